import assert from "node:assert/strict";
import type { ResourceValidationArgs } from "@pulumi/policy";
import type { JsonObject } from "../../core/config/source";
import { environment, group, OWN_OBJECTS } from "./judged";
import { ProgramView } from "../../policypacks/tier-guardrails/program-view";
import { isUrlOf } from "../../policypacks/tier-guardrails/template-objects";

const template = { Resources: { G: group(OWN_OBJECTS) } };
const STACK = "aws-native:cloudformation:Stack";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const url = "https://templates.s3.us-west-1.amazonaws.com/folder/a%20b.json";
const object = { bucket: "templates", key: "folder/a b.json", content: JSON.stringify(template) };

function resource(type: string, props: JsonObject): ResourceValidationArgs {
  return { type, props, urn: type, name: "r", opts: { protect: true } } as unknown as ResourceValidationArgs;
}

const hidden = (view: ProgramView, type: string, props: JsonObject) =>
  view
    .subjectOf(resource(type, props))
    ?.hidden?.map(({ why }) => why)
    .join() ?? "";

describe("what the pack sees of a program", () => {
  it("is a template in whatever form its stack has it", () => {
    for (const templateBody of [
      template,
      JSON.stringify(template),
      "Resources:\n  G:\n    Type: AWS::IAM::Group\n",
    ]) {
      const subject = new ProgramView(environment).subjectOf(resource(STACK, { templateBody }));
      assert.deepEqual(
        subject?.template?.resources.map(({ type }) => type),
        ["AWS::IAM::Group"],
      );
      assert.equal(subject?.stack?.delivery, "inline");
    }
  });

  it("is the content of the object that the URL names", () => {
    const view = new ProgramView(environment);
    assert.equal(view.subjectOf(resource(OBJECT, object)), undefined);
    assert.equal(view.subjectOf(resource(STACK, { templateUrl: url }))?.template?.resources.length, 1);
  });

  it("is hidden where the template can't be found, read or told from another", () => {
    assert.match(hidden(new ProgramView(environment), STACK, { templateUrl: url }), /no single S3 object/);
    assert.match(hidden(new ProgramView(environment), STACK, {}), /names no template/);
    assert.match(hidden(new ProgramView(environment), STACK, { templateBody: "{" }), /can't be read/);
    const twice = new ProgramView(environment);
    for (let count = 0; count < 2; count++) twice.subjectOf(resource(OBJECT, object));
    assert.match(hidden(twice, STACK, { templateUrl: url }), /no single S3 object/);
    const late = new ProgramView(environment);
    hidden(late, STACK, { templateUrl: url });
    assert.match(hidden(late, OBJECT, object), /does not depend on this object/);
    assert.match(hidden(late, "aws:cloudformation/stackSet:StackSet", {}), /stack set/);
  });

  it("is a stack that counts as protected while it gives way to what replaces a failed first creation", () => {
    const unprotected = (stackName: string) =>
      ({
        ...resource(STACK, { stackName, templateBody: template }),
        opts: { protect: false },
      }) as unknown as ResourceValidationArgs;
    const preflight = (leftoverStackId: string) =>
      resource("tierguard:index:Preflight", { stackName: "a-stack", leftoverStackId });
    for (const [leftover, name, expected] of [
      ["arn:aws:cloudformation:us-west-1:123456789012:stack/a-stack/1", "a-stack", true],
      ["arn:aws:cloudformation:us-west-1:123456789012:stack/a-stack/1", "another-stack", false],
      ["", "a-stack", false],
    ] as const) {
      const view = new ProgramView(environment);
      assert.equal(view.subjectOf(preflight(leftover)), undefined);
      assert.equal(view.subjectOf(unprotected(name))?.stack?.protect, expected, `${leftover} ${name}`);
    }
  });

  it("is a watched resource only where no judged template says the same", () => {
    const view = new ProgramView(environment);
    view.subjectOf(resource(STACK, { templateBody: template }));
    const watched = { logicalId: "G", type: "AWS::IAM::Group", properties: group(OWN_OBJECTS).Properties };
    assert.equal(view.subjectOf(resource("tierguard:iam:Group", watched)), undefined);
    const other = { ...watched, properties: group({ ...OWN_OBJECTS, Action: "s3:*" }).Properties };
    const subject = view.subjectOf(resource("tierguard:iam:Group", other));
    assert.match(subject!.hidden![0]!.why, /G is not what the template/);
    assert.equal(subject!.template!.whole, false);
    assert.match(hidden(view, "tierguard:iam:Group", {}), /names no logicalId/);
  });

  it("is IAM of other providers, and nothing of what makes neither IAM nor stacks", () => {
    const view = new ProgramView(environment);
    assert.equal(view.subjectOf(resource("aws:iam/user:User", {}))?.besideStacks, "aws:iam/user:User");
    assert.equal(view.subjectOf(resource("aws-native:iam:Role", {}))?.besideStacks, "aws-native:iam:Role");
    assert.equal(view.subjectOf(resource("aws:s3/bucket:Bucket", {})), undefined);
    assert.equal(view.subjectOf(resource("tierguard:index:Preflight", {})), undefined);
  });
});

describe("the URL of a template", () => {
  const cases: [string, boolean][] = [
    [url, true],
    ["https://s3.us-west-1.amazonaws.com/templates/folder/a%20b.json", true],
    ["https://templates.s3.amazonaws.com/folder/a%20b.json", true],
    ["http://templates.s3.us-west-1.amazonaws.com/folder/a%20b.json", false],
    [`${url}?versionId=1`, false],
    ["https://templates.s3.evil.example/folder/a%20b.json", false],
    ["https://other.s3.us-west-1.amazonaws.com/folder/a%20b.json", false],
    ["not a URL", false],
  ];
  for (const [given, expected] of cases) {
    it(`${given} is ${expected ? "" : "not "}that of the object`, () => {
      assert.equal(isUrlOf(given, object), expected);
    });
  }
});
