import {
  CreateStackCommand,
  type CreateStackCommandInput,
  DeleteStackCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
  ValidateTemplateCommand,
  ContinueUpdateRollbackCommand,
  CancelUpdateStackCommand,
  DescribeStackEventsCommand,
} from "@aws-sdk/client-cloudformation";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { group, parameter, refusal, StackFixture } from "./stack-fixture";

const P = parameter("/refused");

const many = (count: number, member: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`M${index}`, member(index)]));

/** Templates that are refused, with the message; the code is ValidationError and the status 400. */
const templates: {
  name: string;
  template: unknown;
  message: string | RegExp;
  input?: Partial<CreateStackCommandInput>;
}[] = [
  {
    name: "text that is not YAML",
    template: "Resources: [",
    message: /^Template format error: YAML not well-formed\. \(line \d+, column \d+\)$/,
  },
  {
    name: "text that is not JSON",
    template: '{"Resources": {,}}',
    message: /^Template format error: JSON not well-formed\. \(line 1, column 16\)$/,
  },
  { name: "a list", template: "- a", message: "Template format error: unsupported structure." },
  { name: "duplicate keys", template: "Resources: {}\nResources: {}", message: /YAML not well-formed/ },
  {
    name: "no resources",
    template: { Resources: {} },
    message: "Template format error: At least one Resources member must be defined.",
  },
  {
    name: "an unknown section",
    template: { Resources: { P }, Foo: {} },
    message: "Invalid template property or properties [Foo]",
  },
  {
    name: "an unknown version",
    template: { AWSTemplateFormatVersion: "2011-01-01", Resources: { P } },
    message: "Template format error: Template format version 2011-01-01 is not supported.",
  },
  {
    name: "a logical id with a hyphen",
    template: { Resources: { "a-b": P } },
    message: "Template format error: Resource name a-b is non alphanumeric.",
  },
  {
    name: "a resource without a type",
    template: { Resources: { P: {} } },
    message: "Template format error: [/Resources/P] Every Resources object must contain a Type member.",
  },
  {
    name: "an unknown key of a resource",
    template: { Resources: { P: { ...P, Foo: 1 } } },
    message: "Invalid template resource property 'Foo'",
  },
  {
    name: "an unknown type",
    template: { Resources: { P: { Type: "AWS::Foo::Bar" } } },
    message: "Template format error: Unrecognized resource types: [AWS::Foo::Bar]",
  },
  {
    name: "an unresolved Ref",
    template: { Resources: { P: parameter("/x", { Ref: "X" }) } },
    message:
      "Template format error: Unresolved resource dependencies [X] in the Resources block of the template",
  },
  {
    name: "an unresolved DependsOn",
    template: { Resources: { P: { ...P, DependsOn: "X" } } },
    message:
      "Template format error: Unresolved resource dependencies [X] in the Resources block of the template",
  },
  {
    name: "an unresolved Sub in an output",
    template: { Resources: { P }, Outputs: { O: { Value: { "Fn::Sub": "${X}" } } } },
    message:
      "Template format error: Unresolved resource dependencies [X] in the Outputs block of the template",
  },
  {
    name: "GetAtt of what is not there",
    template: { Resources: { P: parameter("/x", { "Fn::GetAtt": ["X", "Arn"] }) } },
    message: "Template error: instance of Fn::GetAtt references undefined resource X",
  },
  {
    name: "GetAtt of an unknown attribute",
    template: { Resources: { P, Q: parameter("/q", { "Fn::GetAtt": ["P", "Nope"] }) } },
    message: "Template error: resource P does not support attribute type Nope in Fn::GetAtt",
  },
  {
    name: "a cycle",
    template: {
      Resources: {
        A: parameter("/a", { Ref: "B" }),
        B: parameter("/b", { Ref: "A" }),
        C: parameter("/c", { Ref: "A" }),
      },
    },
    message: "Circular dependency between resources: [A, B]",
  },
  {
    name: "an unknown condition",
    template: { Resources: { P: { ...P, Condition: "X" } } },
    message:
      "Template format error: Unresolved condition dependency X in the Resources block of the template",
  },
  {
    name: "a missing mapping",
    template: {
      Mappings: { M: { a: { b: "c" } } },
      Resources: { P: parameter("/x", { "Fn::FindInMap": ["M", "a", "z"] }) },
    },
    message: "Template error: Unable to get mapping for M::a::z",
  },
  {
    name: "501 resources",
    template: { Resources: many(501, () => ({ Type: "AWS::SSM::Parameter" })) },
    message: "Template format error: Number of resources, 501, is greater than maximum allowed, 500",
  },
  {
    name: "201 outputs",
    template: { Resources: { P }, Outputs: many(201, () => ({ Value: "x" })) },
    message: "Template format error: Number of outputs, 201, is greater than maximum allowed, 200",
  },
  {
    name: "a body over 51,200 bytes",
    template: { Description: "x", Metadata: { x: "y".repeat(51_200) }, Resources: { P } },
    message:
      /at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200$/,
  },
  {
    name: "an unknown export",
    template: { Resources: { P: parameter("/x", { "Fn::ImportValue": "nope" }) } },
    message: "No export named nope found.",
  },
  {
    name: "a missing parameter",
    template: { Parameters: { A: { Type: "String" } }, Resources: { P } },
    message: "Parameters: [A] must have values",
  },
  {
    name: "an unknown parameter",
    template: { Resources: { P } },
    input: { Parameters: [{ ParameterKey: "A", ParameterValue: "1" }] },
    message: "Parameters: [A] do not exist in the template",
  },
  {
    name: "a value that is not allowed",
    template: { Parameters: { A: { Type: "String", AllowedValues: ["x"], Default: "y" } }, Resources: { P } },
    message: "Parameter 'A' must be one of AllowedValues",
  },
  {
    name: "a number that is none",
    template: { Parameters: { A: { Type: "Number", Default: "y" } }, Resources: { P } },
    message: "Parameter 'A' must be a number.",
  },
  {
    name: "a reserved tag",
    template: { Resources: { P } },
    input: { Tags: [{ Key: "aws:x", Value: "y" }] },
    message: /reserved/,
  },
  {
    name: "a wrong name",
    template: { Resources: { P } },
    input: { StackName: "under_score" },
    message:
      "1 validation error detected: Value 'under_score' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
  },
  {
    name: "no template",
    template: undefined,
    message: "Either Template URL or Template Body must be specified.",
  },
  {
    name: "a URL of somewhere else",
    template: undefined,
    input: { TemplateURL: "https://example.com/t.json" },
    message: "TemplateURL must be a supported URL.",
  },
];

describe("what CloudFormation refuses", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  for (const { name, template, message, input } of templates) {
    it(name, async () => {
      const TemplateBody =
        typeof template === "string" || template === undefined ? template : JSON.stringify(template);
      const call = fixture.cfn.send(new CreateStackCommand({ StackName: "refused", TemplateBody, ...input }));
      const error = refusal(
        await call.then(
          () => assert.fail("It was not refused"),
          (reason: unknown) => reason,
        ),
      );
      assert.deepEqual([error.code, error.status], ["ValidationError", 400]);
      if (typeof message === "string") assert.equal(error.message, message);
      else assert.match(error.message, message);
      await assert.rejects(fixture.describe("refused"), /Stack with id refused does not exist/);
    });
  }

  it("IAM resources without the capability", async () => {
    const named = { Resources: { G: group("g") } };
    const unnamed = { Resources: { G: { Type: "AWS::IAM::Group" } } };
    for (const { template, capability, given } of [
      { template: named, capability: "CAPABILITY_NAMED_IAM", given: ["CAPABILITY_IAM" as const] },
      { template: unnamed, capability: "CAPABILITY_IAM", given: [] },
    ]) {
      const call = fixture.cfn.send(
        new CreateStackCommand({
          StackName: "capable",
          TemplateBody: JSON.stringify(template),
          Capabilities: given,
        }),
      );
      const error = refusal(await call.catch((reason: unknown) => reason));
      assert.deepEqual(error, {
        code: "InsufficientCapabilitiesException",
        status: 400,
        message: `Requires capabilities : [${capability}]`,
      });
    }
    const { Capabilities } = await fixture.cfn.send(
      new ValidateTemplateCommand({ TemplateBody: JSON.stringify(named) }),
    );
    assert.deepEqual(Capabilities, ["CAPABILITY_NAMED_IAM"]);
  });

  it("what the state of a stack does not allow", async () => {
    const TemplateBody = JSON.stringify({ Resources: { P: parameter("/states") } });
    const create = () => fixture.cfn.send(new CreateStackCommand({ StackName: "states", TemplateBody }));
    const update = () => fixture.cfn.send(new UpdateStackCommand({ StackName: "states", TemplateBody }));
    const { StackId } = await create();
    const cases: { call: () => Promise<unknown>; code: string; message: string | RegExp }[] = [
      { call: create, code: "AlreadyExistsException", message: "Stack [states] already exists" },
      {
        call: update,
        code: "ValidationError",
        message: `Stack:${StackId!} is in CREATE_IN_PROGRESS state and can not be updated.`,
      },
    ];
    for (const { call, code, message } of cases) await refused(call, code, message);
    await fixture.settled("states");
    const protect = (EnableTerminationProtection: boolean) =>
      fixture.cfn.send(
        new UpdateTerminationProtectionCommand({ StackName: "states", EnableTerminationProtection }),
      );
    await protect(true);
    await refused(update, "ValidationError", "No updates are to be performed.");
    await refused(
      () => fixture.cfn.send(new DeleteStackCommand({ StackName: "states" })),
      "ValidationError",
      "Stack [states] cannot be deleted while TerminationProtection is enabled",
    );
    await refused(
      () => fixture.cfn.send(new ContinueUpdateRollbackCommand({ StackName: "states" })),
      "ValidationError",
      /is in CREATE_COMPLETE state and can not continue rolling back/,
    );
    await refused(
      () => fixture.cfn.send(new CancelUpdateStackCommand({ StackName: "states" })),
      "ValidationError",
      "CancelUpdateStack cannot be called from current stack status",
    );
    await protect(false);
    await fixture.delete("states");
    await refused(update, "ValidationError", "Stack with id states does not exist");
    await refused(
      () => fixture.cfn.send(new DescribeStackEventsCommand({ StackName: "states" })),
      "ValidationError",
      "Stack [states] does not exist",
    );
    await fixture.cfn.send(new DeleteStackCommand({ StackName: "states" }));
  });

  it("a template in S3 over 1 MiB, and one that is not there; others are taken, in each form of URL", async () => {
    await fixture.s3.send(new CreateBucketCommand({ Bucket: "template-bucket" }));
    const put = (Key: string, Body: string) =>
      fixture.s3.send(new PutObjectCommand({ Bucket: "template-bucket", Key, Body }));
    const long = { Resources: { P: parameter("/from-s3") }, Metadata: { x: "y".repeat(60_000) } };
    await put("folder/long.json", JSON.stringify(long));
    await put("huge.json", "x".repeat(1024 * 1024 + 1));
    const create = (StackName: string, TemplateURL: string) =>
      fixture.cfn.send(new CreateStackCommand({ StackName, TemplateURL }));
    await refused(
      () => create("huge", "https://template-bucket.s3.amazonaws.com/huge.json"),
      "ValidationError",
      /may not exceed/,
    );
    await refused(
      () => create("gone", "https://template-bucket.s3.amazonaws.com/gone.json"),
      "ValidationError",
      /^S3 error: /,
    );
    for (const [index, url] of [
      `${fixture.aws.url}/template-bucket/folder/long.json`,
      "https://template-bucket.s3.us-east-1.amazonaws.com/folder/long.json",
      "https://s3.us-east-1.amazonaws.com/template-bucket/folder/long.json",
    ].entries()) {
      await create(`url-${index}`, url);
      assert.equal((await fixture.settled(`url-${index}`)).StackStatus, "CREATE_COMPLETE");
      await fixture.ssm.send(new GetParameterCommand({ Name: "/from-s3" }));
      await fixture.delete(`url-${index}`);
    }
  });

  async function refused(
    call: () => Promise<unknown>,
    code: string,
    message: string | RegExp,
  ): Promise<void> {
    const error = refusal(
      await call().then(
        () => assert.fail("It was not refused"),
        (reason: unknown) => reason,
      ),
    );
    assert.deepEqual([error.code, error.status], [code, 400]);
    if (typeof message === "string") assert.equal(error.message, message);
    else assert.match(error.message, message);
  }
});
