import assert from "node:assert/strict";
import { missingProperties } from "../../aws/normalise-properties";

const document = (action: unknown, resource: unknown = ["*"]) => ({
  Version: "2012-10-17",
  Statement: [{ Sid: "One", Effect: "Allow", Action: action, Resource: resource }],
});

type Properties = Record<string, unknown>;

describe("comparing the template with what AWS has", () => {
  const same: { name: string; type?: string; expected: Properties; live: Properties }[] = [
    {
      name: "lists of actions in another order",
      expected: { Policies: [{ PolicyName: "p", PolicyDocument: document(["s3:A", "s3:B"]) }] },
      live: { Policies: [{ PolicyDocument: document(["s3:B", "s3:A"]), PolicyName: "p" }] },
    },
    {
      name: "a single action as a text, and the document as JSON text",
      expected: { AssumeRolePolicyDocument: document(["sts:AssumeRole"]) },
      live: { AssumeRolePolicyDocument: JSON.stringify(document("sts:AssumeRole", "*")) },
    },
    {
      name: "a URL-encoded document",
      expected: { PolicyDocument: document(["s3:A"]) },
      live: { PolicyDocument: encodeURIComponent(JSON.stringify(document(["s3:A"]))) },
    },
    {
      name: "a condition's single value and a boolean as text",
      expected: {
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [{ Condition: { Bool: { "aws:MultiFactorAuthPresent": ["true"] } } }],
        },
      },
      live: {
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: { Condition: { Bool: { "aws:MultiFactorAuthPresent": true } } },
        },
      },
    },
    {
      name: "tags and attached policies in another order",
      expected: {
        Tags: [
          { Key: "A", Value: "1" },
          { Key: "B", Value: "2" },
        ],
        ManagedPolicyArns: ["x", "y"],
      },
      live: {
        Tags: [
          { Key: "B", Value: "2" },
          { Value: "1", Key: "A" },
        ],
        ManagedPolicyArns: ["y", "x"],
      },
    },
    { name: "what AWS does not tell", expected: { Description: "d" }, live: {} },
    { name: "numbers as text", expected: { MaxSessionDuration: 3600 }, live: { MaxSessionDuration: "3600" } },
    {
      name: "a value that only the deployment knows",
      expected: { Value: "${AWS::StackId}" },
      live: { Value: "arn:aws:cloudformation:…" },
    },
    {
      name: "a managed policy's attachments",
      type: "AWS::IAM::ManagedPolicy",
      expected: { Roles: [] },
      live: { Roles: ["somebody"] },
    },
    {
      name: "additions, which are drift and not missing",
      expected: { ManagedPolicyArns: ["x"] },
      live: { ManagedPolicyArns: ["x", "by-hand"] },
    },
  ];
  for (const { name, type = "AWS::IAM::Role", expected, live } of same) {
    it(`takes as the same: ${name}`, () => assert.deepEqual(missingProperties(type, expected, live), []));
  }

  const other: { name: string; expected: Properties; live: Properties; missing: string[] }[] = [
    {
      name: "another action",
      expected: { Policies: [{ PolicyName: "p", PolicyDocument: document(["s3:A"]) }] },
      live: { Policies: [{ PolicyName: "p", PolicyDocument: document(["s3:B"]) }] },
      missing: ["Policies"],
    },
    {
      name: "a detached policy",
      expected: { ManagedPolicyArns: ["x", "y"] },
      live: { ManagedPolicyArns: ["x"] },
      missing: ["ManagedPolicyArns"],
    },
    {
      name: "another tag value and another boundary",
      expected: { Tags: [{ Key: "A", Value: "1" }], PermissionsBoundary: "b" },
      live: { Tags: [{ Key: "A", Value: "2" }], PermissionsBoundary: "c" },
      missing: ["PermissionsBoundary", "Tags"],
    },
  ];
  for (const { name, expected, live, missing } of other) {
    it(`names the property: ${name}`, () =>
      assert.deepEqual(missingProperties("AWS::IAM::Role", expected, live), missing));
  }
});
