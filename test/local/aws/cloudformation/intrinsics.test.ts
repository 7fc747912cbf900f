import { ListImportsCommand } from "@aws-sdk/client-cloudformation";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { ACCOUNT, parameter, REGION, StackFixture } from "./stack-fixture";

const declarations = `
Parameters:
  Env: {Type: String, Default: dev}
  List: {Type: CommaDelimitedList, Default: "a, b,c"}
  Secret: {Type: String, Default: hidden, NoEcho: true}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /stored}
Mappings:
  Sizes: {dev: {cpu: 1, label: small}, prod: {cpu: 8, label: large}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Not [!Condition IsProd]
  Both: !And [!Condition IsDev, !Equals [a, a]]
  Either: !Or [!Condition IsProd, !Equals [a, b]]
Resources:
  P: {Type: "AWS::SSM::Parameter", Properties: {Name: /intrinsics, Type: String, Value: v}}
  Never: {Type: "AWS::SSM::Parameter", Condition: IsProd, Properties: {Name: /never, Type: String, Value: v}}
`;

/** What each expression is as the value of an output. */
const expressions: [string, string][] = [
  ["!Ref Env", "dev"],
  ["!Ref P", "/intrinsics"],
  ["!Ref Stored", "from the store"],
  ["!GetAtt P.Value", "v"],
  ["!GetAtt [P, Type]", "String"],
  ["{Ref: AWS::Region}", REGION],
  ["!Ref AWS::AccountId", ACCOUNT],
  ["!Ref AWS::Partition", "aws"],
  ["!Ref AWS::StackName", "intrinsics"],
  ["!Ref AWS::URLSuffix", "amazonaws.com"],
  ['!Sub "${Env}-${P}-${P.Value}-${AWS::Region}-${!literal}"', `dev-/intrinsics-v-${REGION}-\${literal}`],
  ['!Sub ["${x}-${Env}", {x: !Ref AWS::Partition}]', "aws-dev"],
  ['!Join ["-", [a, !Ref Env, "1"]]', "a-dev-1"],
  ['!Join ["+", !Ref List]', "a+b+c"],
  ["!Select [1, !Ref List]", "b"],
  ['!Select [2, !Split ["/", "x/y/z"]]', "z"],
  ["!FindInMap [Sizes, !Ref Env, label]", "small"],
  ["!FindInMap [Sizes, prod, cpu]", "8"],
  ["!If [IsProd, yes-prod, no-prod]", "no-prod"],
  ["!If [Both, both, none]", "both"],
  ["!If [Either, either, neither]", "neither"],
  ["!Base64 text", "dGV4dA=="],
  ["!Base64 {'Fn::Sub': '${Env}'}", "ZGV2"],
];

describe("intrinsic functions", () => {
  const fixture = new StackFixture();
  let outputs: Record<string, string | undefined>;

  before(async () => {
    await fixture.start();
    await fixture.ssm.send(
      new PutParameterCommand({ Name: "/stored", Value: "from the store", Type: "String" }),
    );
    const lines = expressions.map(([expression], index) => `  O${index}: {Value: ${expression}}`);
    const stack = await fixture.create("intrinsics", `${declarations}Outputs:\n${lines.join("\n")}\n`);
    assert.equal(stack.StackStatus, "CREATE_COMPLETE", stack.StackStatusReason);
    outputs = Object.fromEntries(
      stack.Outputs!.map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue]),
    );
  });
  after(() => fixture.stop());

  for (const [index, [expression, expected]] of expressions.entries()) {
    it(`${expression} is ${expected}`, () => assert.equal(outputs[`O${index}`], expected));
  }

  it("shows neither a secret parameter nor a resource whose condition does not hold", async () => {
    const { Parameters } = await fixture.describe("intrinsics");
    const shown = Object.fromEntries(
      Parameters!.map((one) => [one.ParameterKey!, [one.ParameterValue, one.ResolvedValue]]),
    );
    assert.deepEqual(shown, {
      Env: ["dev", undefined],
      List: ["a, b,c", undefined],
      Secret: ["****", undefined],
      Stored: ["/stored", "from the store"],
    });
    const events = await fixture.events("intrinsics");
    assert.ok(!events.some((event) => event.LogicalResourceId === "Never"));
  });

  it("leaves out what is AWS::NoValue", async () => {
    const stack = await fixture.create("no-value", {
      Resources: { P: parameter("/no-value", "v", {}), Q: parameter("/q", "v") },
      Outputs: { X: { Value: { "Fn::Join": [",", ["a", { Ref: "AWS::NoValue" }, "b"]] } } },
    });
    assert.equal(stack.Outputs![0]!.OutputValue, "a,b");
  });

  it("imports what another stack exports, which then can't go", async () => {
    const exporting = {
      Resources: { P: parameter("/exporting") },
      Outputs: { X: { Value: { Ref: "P" }, Export: { Name: { "Fn::Sub": "${AWS::StackName}-x" } } } },
    };
    await fixture.create("exporting", exporting);
    await fixture.create("importing", {
      Resources: { P: parameter("/importing", { "Fn::ImportValue": "exporting-x" }) },
    });
    const { Imports } = await fixture.cfn.send(new ListImportsCommand({ ExportName: "exporting-x" }));
    assert.deepEqual(Imports, ["importing"]);
    const stuck = await fixture.delete("exporting");
    assert.equal(stuck.StackStatus, "DELETE_FAILED");
    assert.equal(
      stuck.StackStatusReason,
      "Export exporting-x cannot be deleted as it is in use by importing",
    );
    await fixture.delete("importing");
    assert.equal((await fixture.delete("exporting")).StackStatus, "DELETE_COMPLETE");
  });
});
