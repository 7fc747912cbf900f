import assert from "node:assert/strict";
import { watchedResourceBehaviour } from "../../provider/watched-resource";
import { awsError, fakeAws, recordingReporter } from "./fake-aws";

const URN = "urn:pulumi:dev::tierguard::tierguard:iam:Group::security-GroupA";
const watched = {
  logicalId: "GroupA",
  type: "AWS::IAM::Group",
  identifier: "edge-dev-b001-group-a",
  properties: { GroupName: "edge-dev-b001-group-a", ManagedPolicyArns: ["x"], Path: "/", Policies: [] },
  connection: { region: "us-west-1" },
  stackName: "stem-stack",
};
const NO_PATIENCE = { whole: 0, gone: 0, changed: 0 };
const answering = (...answers: (object | Error)[]) =>
  fakeAws({
    cloudControl: {
      getResource: () => {
        const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
        return answer instanceof Error
          ? Promise.reject(answer)
          : Promise.resolve({ ResourceDescription: { Properties: JSON.stringify(answer) } });
      },
    },
  });
const notFound = awsError("ResourceNotFoundException");
const neverMade = fakeAws({
  cloudControl: { getResource: () => Promise.reject(notFound) },
  cloudFormation: { listStackResources: () => Promise.resolve({ StackResourceSummaries: [] }) },
});
const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

describe("a watched resource", () => {
  const reporter = recordingReporter();
  const offline = watchedResourceBehaviour(() => fakeAws({}), reporter);

  const diffs: { name: string; news: object; changes: boolean; replaces?: string[]; detailed?: object }[] = [
    { name: "nothing", news: watched, changes: false },
    {
      name: "a property",
      news: { ...watched, properties: { ...watched.properties, ManagedPolicyArns: [] } },
      changes: true,
      detailed: { "properties.ManagedPolicyArns[0]": "delete" },
    },
    {
      name: "the way in which the template says it",
      news: { ...watched, properties: { ManagedPolicyArns: ["x", "x"], GroupName: watched.identifier } },
      changes: false,
    },
    { name: "its name", news: { ...watched, identifier: "other" }, changes: true, replaces: ["identifier"] },
    {
      name: "the way to reach AWS",
      news: { ...watched, connection: { region: "us-west-1", profile: "p" } },
      changes: false,
    },
    { name: "its logical id", news: { ...watched, logicalId: "GroupB" }, changes: false },
  ];
  for (const { name, news, changes, replaces = [], detailed = {} } of diffs) {
    it(`diff: ${name} changed`, () => {
      const expected = replaces.length > 0 ? { changes, replaces } : { changes, replaces, detailed };
      assert.deepEqual(offline.diff(watched, { ...news }), expected);
    });
  }

  it("says nothing certain of what a preview does not know", () =>
    assert.deepEqual(
      offline.diff(watched, { ...watched, properties: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }),
      {},
    ));

  it("is recorded in canonical form", async () => {
    const properties = { ManagedPolicyArns: ["y", "x"], GroupName: watched.identifier };
    const { inputs } = await offline.check(URN, {}, { ...watched, properties });
    assert.deepEqual(inputs, {
      ...watched,
      properties: { ...watched.properties, ManagedPolicyArns: ["x", "y"] },
    });
  });

  it("is created once AWS shows it, which may take a moment", async () => {
    const aws = answering(notFound, { ...watched.properties, Arn: "arn" });
    const behaviour = watchedResourceBehaviour(() => aws, reporter);
    assert.deepEqual(await behaviour.create(URN, watched), { id: watched.identifier, outs: watched });
  });

  it("keeps secret what was secret", async () => {
    const inputs = { ...watched, properties: secret(watched.properties) };
    const behaviour = watchedResourceBehaviour(() => answering(watched.properties), reporter);
    assert.deepEqual((await behaviour.create(URN, inputs)).outs, inputs);
    assert.deepEqual(await behaviour.read("id", inputs, URN), { id: "id", props: inputs, inputs });
  });

  it("is read as AWS has it, with what was added by hand, as outputs and as inputs", async () => {
    const live = { ...watched.properties, ManagedPolicyArns: ["x", "by-hand"], Arn: "arn" };
    const behaviour = watchedResourceBehaviour(() => answering(live), reporter);
    const found = {
      ...watched,
      properties: { ...watched.properties, ManagedPolicyArns: ["by-hand", "x"] },
    };
    assert.deepEqual(await behaviour.read("id", watched, URN), { id: "id", props: found, inputs: found });
  });

  it("is read as absent where it is gone", async () => {
    const behaviour = watchedResourceBehaviour(() => answering(notFound), reporter);
    assert.deepEqual(await behaviour.read("id", watched, URN), { id: "", props: {} });
  });

  it("keeps its state where reading is denied, and says that it is not checked", async () => {
    const warned = recordingReporter();
    const denied = awsError(
      "AccessDeniedException",
      "User: u is not authorized to perform: iam:GetGroup on x",
    );
    const behaviour = watchedResourceBehaviour(() => answering(denied), warned);
    assert.deepEqual(await behaviour.read("id", watched, URN), { id: "id", props: watched, inputs: watched });
    assert.deepEqual(warned.said, ["warn: not checked: reading it is denied: iam:GetGroup is not allowed"]);
  });

  it("that can't be read for another reason is an error which names it and the reason", async () => {
    const behaviour = watchedResourceBehaviour(() => answering(awsError("ThrottlingException")), reporter);
    await assert.rejects(
      behaviour.read("id", watched, URN),
      /GroupA \(AWS::IAM::Group .*\) could not be read: AWS is throttling this account/,
    );
  });

  it("that AWS does not have is an error which names it", async () => {
    const behaviour = watchedResourceBehaviour(() => neverMade, reporter, NO_PATIENCE);
    await assert.rejects(behaviour.create(URN, watched), {
      name: "TierguardError",
      message:
        "GroupA (AWS::IAM::Group edge-dev-b001-group-a) is not as the template says although the stack is done: it does not exist",
    });
  });

  it("of which AWS has something else for a moment is verified without writing", async () => {
    const aws = answering({ ...watched.properties, ManagedPolicyArns: ["old"] }, watched.properties);
    const behaviour = watchedResourceBehaviour(() => aws, reporter);
    await behaviour.update(URN, { ...watched, properties: { ManagedPolicyArns: ["old"] } }, watched);
  });

  it("leaves alone what no preview has shown, and says so", async () => {
    const warned = recordingReporter();
    const live = { ...watched.properties, ManagedPolicyArns: ["x", "by-hand"] };
    const behaviour = watchedResourceBehaviour(() => answering(live), warned, NO_PATIENCE);
    await behaviour.update(URN, { ...watched, properties: {} }, watched);
    assert.equal(warned.said.length, 1);
    assert.match(warned.said[0]!, /^warn: GroupA .* has drifted: ManagedPolicyArns\[by-hand\]; "pulumi up/);
  });

  it("that may not be read is deployed with a warning", async () => {
    const warned = recordingReporter();
    const behaviour = watchedResourceBehaviour(() => answering(awsError("AccessDeniedException")), warned);
    await behaviour.update(URN, watched, watched);
    assert.equal(warned.said.length, 1);
    assert.match(warned.said[0]!, /^warn: not verified: GroupA \(AWS::IAM::Group .*reading it is denied/);
  });
});
