import assert from "node:assert/strict";
import { verifyWatched, watchedResourceBehaviour } from "../../provider/watched-resource";
import { awsError, fakeAws, recordingReporter } from "./fake-aws";

const URN = "urn:pulumi:dev::tierguard::tierguard:iam:Group::security-GroupA";
const watched = {
  logicalId: "GroupA",
  type: "AWS::IAM::Group",
  identifier: "edge-dev-b001-group-a",
  properties: { GroupName: "edge-dev-b001-group-a", ManagedPolicyArns: ["x"] },
  connection: { region: "us-west-1" },
};
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

describe("a watched resource", () => {
  const reporter = recordingReporter();
  const offline = watchedResourceBehaviour(() => fakeAws({}), reporter);

  const diffs: { name: string; news: object; changes: boolean; replaces?: string[] }[] = [
    { name: "nothing", news: watched, changes: false },
    {
      name: "a property",
      news: { ...watched, properties: { ...watched.properties, ManagedPolicyArns: [] } },
      changes: true,
    },
    { name: "its name", news: { ...watched, identifier: "other" }, changes: true, replaces: ["identifier"] },
    {
      name: "the way to reach AWS",
      news: { ...watched, connection: { region: "us-west-1", profile: "p" } },
      changes: false,
    },
    { name: "its logical id", news: { ...watched, logicalId: "GroupB" }, changes: false },
  ];
  for (const { name, news, changes, replaces = [] } of diffs) {
    it(`diff: ${name} changed`, () =>
      assert.deepEqual(offline.diff(watched, { ...news }), { changes, replaces }));
  }

  it("says nothing certain of what a preview does not know", () =>
    assert.deepEqual(
      offline.diff(watched, { ...watched, properties: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }),
      {},
    ));

  it("is created once AWS shows it, which may take a moment", async () => {
    const aws = answering(notFound, { ...watched.properties, Arn: "arn" });
    const behaviour = watchedResourceBehaviour(() => aws, reporter);
    assert.deepEqual(await behaviour.create(URN, watched), { id: watched.identifier, outs: watched });
  });

  it("keeps secret what was secret", async () => {
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: watched.properties,
    };
    const inputs = { ...watched, properties: secret };
    const behaviour = watchedResourceBehaviour(() => answering(watched.properties), reporter);
    assert.deepEqual((await behaviour.create(URN, inputs)).outs, inputs);
    assert.deepEqual(await behaviour.read("id", inputs), { id: "id", props: inputs, inputs });
  });

  it("that AWS does not have is an error which names it", async () => {
    await assert.rejects(verifyWatched(answering(notFound), watched, 0), {
      name: "TierguardError",
      message:
        "GroupA (AWS::IAM::Group edge-dev-b001-group-a) is not as the template says although the stack is done: it does not exist",
    });
  });

  it("of which AWS has something else is an error which names the property", async () => {
    const aws = answering({ ...watched.properties, ManagedPolicyArns: ["other"] });
    await assert.rejects(verifyWatched(aws, watched, 0), /AWS has another ManagedPolicyArns/);
  });

  it("that may not be read is deployed with a warning", async () => {
    const warned = recordingReporter();
    const behaviour = watchedResourceBehaviour(() => answering(awsError("AccessDeniedException")), warned);
    await behaviour.update(URN, watched, watched);
    assert.equal(warned.said.length, 1);
    assert.match(warned.said[0]!, /^warn: not verified: reading AWS::IAM::Group .* is denied/);
  });
});
