import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { explainStackFailure } from "../../components/root-cause-hook";

const event = (id: string, logicalId: string, physicalId: string, reason: string, time: Date) =>
  `<member><EventId>${id}</EventId><StackId>arn:stack</StackId><StackName>s</StackName>` +
  `<LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${physicalId}</PhysicalResourceId>` +
  `<ResourceType>AWS::IAM::Role</ResourceType><ResourceStatus>CREATE_FAILED</ResourceStatus>` +
  `<ResourceStatusReason>${reason}</ResourceStatusReason><Timestamp>${time.toISOString()}</Timestamp></member>`;

describe("explaining a failed deployment", () => {
  let server: Server;
  let answer: { status: number; body: string };
  const credentials = { AWS_ACCESS_KEY_ID: "AKIATIERGUARDLOCAL00", AWS_SECRET_ACCESS_KEY: "local" };
  const environment = { ...process.env };
  before(async () => {
    Object.assign(process.env, credentials);
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(answer.status, { "content-type": "text/xml" }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  after(() => {
    server.close();
    for (const name of Object.keys(credentials)) {
      if (environment[name] === undefined) delete process.env[name];
      else process.env[name] = environment[name];
    }
  });

  const explain = (since: Date) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const connection = { region: "us-west-1", endpoints: { cloudformation: url } };
    return explainStackFailure({ connection, stackName: "s", names: { RoleA: "edge-role-a" } }, since);
  };
  const events = (members: string) => ({
    status: 200,
    body: `<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>${members}</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>`,
  });

  it("names the resource even where AWS never made it, and AWS's reason", async () => {
    const now = new Date();
    answer = events(
      event("3", "RoleB", "", "Resource creation cancelled", now) +
        event("2", "RoleA", "", "Invalid principal", now),
    );
    assert.equal(
      await explain(now),
      "RoleA (AWS::IAM::Role edge-role-a) could not be created: Invalid principal",
    );
  });

  it("says nothing of a failure of another day", async () => {
    answer = events(event("1", "RoleA", "", "Invalid principal", new Date("2020-01-01T00:00:00Z")));
    assert.equal(await explain(new Date()), undefined);
  });

  it("says that the events are not to be read, where they are not", async () => {
    answer = {
      status: 403,
      body: "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
    };
    assert.match(
      (await explain(new Date())) ?? "",
      /^the events of the stack s could not be read: AccessDenied/,
    );
  });
});
