import assert from "node:assert/strict";
import { committedSchemas, renderSchemas } from "../../../../core/template/resource-schemas/generate";
import { cloudFormationStack } from "../../../../local/aws/resource-types/cloudformation-stack";
import { schemaOf, schemaViolations } from "../../../../local/aws/resource-types/property-schema";
import { resourceTypes } from "../../../../local/aws/resource-types/registry";

describe("schemas of the resource types", () => {
  it("are the extract of AWS's own that the generator makes", async () => {
    assert.equal(committedSchemas(), await renderSchemas());
  });

  it("have every property that a handler names", () => {
    for (const type of [...resourceTypes, cloudFormationStack]) {
      const known = Object.keys(schemaOf(type.type).properties);
      for (const name of [...type.createOnly, ...type.writeOnly]) {
        assert.ok(known.includes(name), `${type.type} has no ${name}`);
      }
    }
  });

  for (const { name, properties, violations } of [
    {
      name: "nothing wrong",
      properties: { AssumeRolePolicyDocument: {}, MaxSessionDuration: "3600" },
      violations: [],
    },
    {
      name: "a missing property",
      properties: {},
      violations: ["#: required key [AssumeRolePolicyDocument] not found"],
    },
    {
      name: "wrong types, in depth",
      properties: {
        AssumeRolePolicyDocument: {},
        MaxSessionDuration: "long",
        ManagedPolicyArns: "arn",
        Tags: [{ Key: "k", Colour: "red" }],
      },
      violations: [
        "#/MaxSessionDuration: expected type: Integer, found: String",
        "#/ManagedPolicyArns: expected type: JSONArray, found: String",
        "#/Tags/0: required key [Value] not found",
        "#/Tags/0: extraneous key [Colour] is not permitted",
      ],
    },
  ]) {
    it(`say of a role with ${name} what AWS says`, () => {
      assert.deepEqual(schemaViolations("AWS::IAM::Role", properties), violations);
    });
  }
});
