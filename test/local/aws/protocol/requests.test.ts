import assert from "node:assert/strict";
import { get } from "node:http";
import { cbor } from "@smithy/core/cbor";
import { IAM } from "@aws-sdk/client-iam";
import { refusal, REGION, TestServer } from "../services/embedded-server";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

const FORM = "application/x-www-form-urlencoded; charset=utf-8";

function signed(service: string, region = "us-east-1"): Record<string, string> {
  const credential = `AKIDEXAMPLE/20260101/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=00` };
}

interface Case {
  name: string;
  path?: string;
  method?: string;
  headers: Record<string, string>;
  body?: string;
  status: number;
  answer: RegExp;
}

const cases: Case[] = [
  {
    name: "a form as the AWS CLI sends it",
    headers: { ...signed("iam"), "content-type": FORM },
    body: "Action=CreateUser&Version=2010-05-08&UserName=cli&Tags.member.1.Key=a&Tags.member.1.Value=b%2Bc",
    status: 200,
    answer:
      /<CreateUserResponse xmlns="https:\/\/iam.amazonaws.com\/doc\/2010-05-08\/"><CreateUserResult><User>.*<Key>a<\/Key><Value>b\+c<\/Value>.*<ResponseMetadata><RequestId>/,
  },
  {
    name: "a Query request by GET",
    method: "GET",
    path: "/?Action=ListUsers&Version=2010-05-08",
    headers: signed("iam"),
    status: 200,
    answer: /<ListUsersResult>/,
  },
  {
    name: "an unknown action",
    headers: { ...signed("iam"), "content-type": FORM },
    body: "Action=MakeCoffee&Version=2010-05-08",
    status: 400,
    answer:
      /<Type>Sender<\/Type><Code>InvalidAction<\/Code><Message>Could not find operation MakeCoffee for version 2010-05-08</,
  },
  {
    name: "no action",
    headers: { ...signed("sts"), "content-type": FORM },
    body: "Version=2011-06-15",
    status: 400,
    answer: /<Code>MissingAction</,
  },
  {
    name: "a number that is none",
    headers: { ...signed("iam"), "content-type": FORM },
    body: "Action=ListUsers&Version=2010-05-08&MaxItems=many",
    status: 400,
    answer: /<Code>MalformedInput</,
  },
  {
    name: "no signature",
    headers: { "content-type": FORM },
    body: "Action=GetCallerIdentity&Version=2011-06-15",
    status: 403,
    answer: /<Code>MissingAuthenticationToken</,
  },
  {
    name: "JSON as the AWS CLI sends it",
    headers: {
      ...signed("ssm"),
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.GetParameters",
    },
    body: '{"Names":["/none"]}',
    status: 200,
    answer: /^\{"Parameters":\[\],"InvalidParameters":\["\/none"\]\}$/,
  },
  {
    name: "an unknown operation in JSON",
    headers: {
      ...signed("ssm"),
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.Nothing",
    },
    body: "{}",
    status: 400,
    answer: /"__type":"UnknownOperationException"/,
  },
  {
    name: "JSON that is none",
    headers: {
      ...signed("ssm"),
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.GetParameter",
    },
    body: "{",
    status: 400,
    answer: /"__type":"SerializationException"/,
  },
  {
    name: "a value of the wrong type",
    headers: {
      ...signed("ssm"),
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AmazonSSM.GetParameter",
    },
    body: '{"Name":7}',
    status: 400,
    answer: /"__type":"SerializationException"/,
  },
  {
    name: "Cloud Control under its signing name",
    headers: {
      ...signed("cloudcontrolapi"),
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "CloudApiService.Nothing",
    },
    body: "{}",
    status: 400,
    answer: /UnknownOperationException/,
  },
  {
    name: "a service that is not here",
    headers: { ...signed("ec2"), "content-type": FORM },
    body: "Action=DescribeRegions&Version=2016-11-15",
    status: 501,
    answer: /The embedded AWS does not have ec2/,
  },
  {
    name: "a presigned URL",
    method: "GET",
    path: "/no-such-bucket?list-type=2&X-Amz-Credential=AKID%2F20260101%2Feu-west-1%2Fs3%2Faws4_request",
    headers: {},
    status: 404,
    answer: /<Code>NoSuchBucket<\/Code>.*<BucketName>no-such-bucket</,
  },
  {
    name: "an S3 address without a signature",
    method: "GET",
    path: "/bucket/key",
    headers: {},
    status: 403,
    answer: /AccessDenied/,
  },
  {
    name: "a method that S3 does not have",
    method: "PATCH",
    path: "/bucket/key",
    headers: signed("s3"),
    status: 405,
    answer: /MethodNotAllowed/,
  },
  {
    name: "a path that can't be decoded",
    method: "GET",
    path: "/bucket/%zz",
    headers: signed("s3"),
    status: 400,
    answer: /InvalidURI/,
  },
  {
    name: "chunks that end too early",
    method: "PUT",
    path: "/bucket/key",
    headers: { ...signed("s3"), "content-encoding": "aws-chunked" },
    body: "ff\r\nshort",
    status: 400,
    answer: /IncompleteBody/,
  },
  {
    name: "XML that is none",
    method: "PUT",
    path: "/bucket?versioning",
    headers: signed("s3"),
    body: "<a><b></a>",
    status: 400,
    answer: /MalformedXML/,
  },
];

describe("requests as they travel", () => {
  let server: TestServer;

  before(async () => {
    server = await TestServer.start();
  });
  after(() => server.stop());

  for (const { name, path = "/", method = "POST", headers, body, status, answer } of cases) {
    it(name, async () => {
      const response = await fetch(server.url + path, { method, headers, body });
      const text = await response.text();
      assert.equal(response.status, status, text);
      assert.match(text, answer);
      assert.match(response.headers.get("x-amzn-requestid") ?? "", /^[0-9a-f-]{36}$/);
    });
  }

  it("Smithy RPC v2 CBOR, which newer clients speak", async () => {
    const call = async (operation: string, input: unknown) => {
      const response = await fetch(
        `${server.url}/service/AWSIdentityManagementV20100508/operation/${operation}`,
        {
          method: "POST",
          headers: { ...signed("iam"), "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" },
          body: cbor.serialize(input) as Uint8Array<ArrayBuffer>,
        },
      );
      const output = cbor.deserialize(new Uint8Array(await response.arrayBuffer())) as Record<
        string,
        unknown
      >;
      return { status: response.status, output };
    };
    const created = await call("CreateGroup", { GroupName: "cbor" });
    assert.equal(created.status, 200);
    assert.equal((created.output.Group as { GroupName: string }).GroupName, "cbor");
    const again = await call("CreateGroup", { GroupName: "cbor" });
    assert.equal(again.status, 409);
    assert.equal(again.output.__type, "com.amazonaws.iam#EntityAlreadyExistsException");
  });

  it("text that XML has to escape comes back as it was", async () => {
    const { iam } = server.clients();
    const Description = "<a & \"b\"> 'c' \u00e9 \ttab";
    const AssumeRolePolicyDocument =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]}';
    await iam.createRole({ RoleName: "escape", AssumeRolePolicyDocument, Description });
    assert.equal((await iam.getRole({ RoleName: "escape" })).Role?.Description, Description);
  });

  it("to another host's name, as a web page could send them, are not answered", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { ...signed("iam"), host: "page.example.com" };
      get(`${server.url}/?Action=ListUsers`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on("error", reject);
    });
    assert.equal(status, 421);
  });

  it("many clients at once", async () => {
    const clients = [server.clients(), server.clients()];
    const names = Array.from({ length: 40 }, (_, index) => `at-once-${index}`);
    await Promise.all(names.map((GroupName, index) => clients[index % 2]!.iam.createGroup({ GroupName })));
    const { Groups } = await clients[0]!.iam.listGroups({});
    assert.equal(Groups?.filter(({ GroupName }) => GroupName?.startsWith("at-once-")).length, 40);
    const same = await Promise.allSettled(clients.map(({ iam }) => iam.createGroup({ GroupName: "once" })));
    assert.deepEqual(same.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });
});

describe("the server's own endpoints", () => {
  let server: TestServer;

  before(async () => {
    server = await TestServer.start();
  });
  after(() => server.stop());

  it("tell that it lives, and for which state", async () => {
    const health = (await server.control("GET", "health")) as Record<string, unknown>;
    assert.equal(health.status, "ok");
    assert.equal(health.stateFile, server.stateFile);
  });

  it("list the calls, and forget them", async () => {
    await server.control("DELETE", "calls");
    const { iam, ssm } = server.clients();
    await iam.listGroups({});
    await refusal(ssm.getParameter({ Name: "/none" }));
    assert.deepEqual(await server.control("GET", "calls"), { calls: ["iam:ListGroups", "ssm:GetParameter"] });
    await server.control("DELETE", "calls");
    assert.deepEqual(await server.control("GET", "calls"), { calls: [] });
  });

  it("list the rights that callers were asked for where rights are enforced, and forget them", async () => {
    const Statement = [{ Effect: "Allow", Action: "iam:ListGroups", Resource: "*" }];
    const policies = [{ Version: "2012-10-17", Statement }];
    await server.control("POST", "callers", { accessKeyId: "ASKED", policies });
    const { iam } = server.clients({ accessKeyId: "ASKED", secretAccessKey: "x" });
    await iam.listGroups({});
    await refusal(iam.listRoles({}));
    await server.clients().iam.listUsers({});
    assert.deepEqual(await server.control("GET", "asked-rights"), {
      rights: ["iam:ListGroups *", "iam:ListRoles *"],
    });
    await server.control("DELETE", "asked-rights");
    assert.deepEqual(await server.control("GET", "asked-rights"), { rights: [] });
  });

  it("make operations fail as often as asked, and no others", async () => {
    const error = { code: "Throttling", message: "Rate exceeded", status: 400 };
    await server.control("POST", "faults", { service: "iam", operation: "ListGroups", error, times: 2 });
    const { iam } = server.clients();
    await iam.listRoles({});
    for (let i = 0; i < 2; i++) {
      const refused = await refusal(iam.listGroups({}));
      assert.deepEqual([refused.code, refused.status], ["Throttling", 400]);
    }
    await iam.listGroups({});
  });

  it("make a whole service slow and fail until they are taken back", async () => {
    const error = { code: "ServiceUnavailable", message: "no", status: 503 };
    await server.control("POST", "faults", { service: "ssm", delayMs: 20, error });
    const { ssm } = server.clients();
    for (let i = 0; i < 3; i++) assert.equal((await refusal(ssm.describeParameters({}))).status, 503);
    await server.control("DELETE", "faults");
    await ssm.describeParameters({});
  });

  it("throttles what comes faster than the rate that a fault sets, and lets clients through that wait", async () => {
    const error = { code: "Throttling", message: "Rate exceeded", status: 400 };
    const slow = { service: "iam", operation: "ListUsers", error, beyond: { burst: 2, perSecond: 0.001 } };
    await server.control("POST", "faults", slow);
    const { iam } = server.clients();
    const calls = await Promise.allSettled([1, 2, 3, 4].map(() => iam.listUsers({})));
    assert.equal(calls.filter(({ status }) => status === "fulfilled").length, 2);
    await iam.listGroups({});
    await server.control("DELETE", "faults");
    await server.control("POST", "faults", { ...slow, beyond: { burst: 1, perSecond: 50 } });
    const patient = new IAM({ endpoint: server.url, region: REGION, credentials, maxAttempts: 20 });
    await Promise.all([1, 2, 3, 4, 5].map(() => patient.listUsers({})));
    patient.destroy();
    await server.control("DELETE", "faults");
  });

  it("are not for web pages, and say what is wrong with a request", async () => {
    const page = await fetch(`${server.url}/_tierguard/faults`, {
      method: "POST",
      headers: { origin: "http://example.com" },
      body: "{}",
    });
    assert.equal(page.status, 403);
    assert.deepEqual(await server.control("POST", "faults", {}), {
      code: "BadRequest",
      message: "service must be given",
    });
    assert.deepEqual(await server.control("GET", "nothing"), { message: "There is no GET nothing" });
  });
});
