import assert from "node:assert/strict";
import { AwsError } from "../../../../local/aws/service";
import { checkPolicyDocument, type PolicyKind } from "../../../../local/aws/services/iam/policy-grammar";
import { policy, READ_S3, TRUST_EC2 } from "./embedded-server";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } };

describe("policy documents that IAM takes", () => {
  const cases: [string, string, PolicyKind][] = [
    [
      "one statement that is no list",
      JSON.stringify({ Version: "2012-10-17", Statement: allow }),
      "identity",
    ],
    ["no version", JSON.stringify({ Statement: [allow] }), "identity"],
    [
      "NotAction and NotResource",
      policy({ Effect: "Deny", NotAction: ["iam:*"], NotResource: "arn:aws:s3:::b" }),
      "identity",
    ],
    [
      "conditions",
      policy({
        ...allow,
        Condition: {
          "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a*"] },
          Null: { "aws:TokenIssueTime": true },
        },
      }),
      "identity",
    ],
    [
      "an account's roles under any account",
      policy({ ...allow, Action: "iam:PassRole", Resource: "arn:aws:iam::*:role/x-*" }),
      "identity",
    ],
    [
      "all of one partition's variants",
      policy({ ...allow, Resource: "arn:aws-us-gov:s3:::b/${aws:username}/*" }),
      "identity",
    ],
    ["a reading policy", READ_S3, "identity"],
    ["a service's trust", TRUST_EC2, "trust"],
    [
      "trust in anybody with an external id",
      policy({ ...trust, Principal: "*", Condition: { StringEquals: { "sts:ExternalId": "x" } } }),
      "trust",
    ],
    [
      "trust in a SAML provider",
      policy({
        Effect: "Allow",
        Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/x" },
      }),
      "trust",
    ],
  ];
  for (const [name, document, kind] of cases) {
    it(name, () => assert.doesNotThrow(() => checkPolicyDocument(document, kind)));
  }
});

describe("policy documents that IAM refuses", () => {
  const cases: [string, string, PolicyKind, RegExp][] = [
    ["no JSON", "{", "identity", /Syntax errors/],
    ["a list", "[]", "identity", /Syntax errors/],
    ["no statement", '{"Version":"2012-10-17"}', "identity", /Syntax errors/],
    ["an empty list of statements", policy(), "identity", /Syntax errors/],
    [
      "an unknown version",
      JSON.stringify({ Version: "2024-01-01", Statement: [allow] }),
      "identity",
      /valid version/,
    ],
    [
      "an unknown key beside the statements",
      JSON.stringify({ Statement: [allow], Extra: 1 }),
      "identity",
      /Syntax/,
    ],
    ["an unknown key in a statement", policy({ ...allow, Actions: "s3:*" }), "identity", /Syntax errors/],
    ["an effect in small letters", policy({ ...allow, Effect: "allow" }), "identity", /Syntax errors/],
    ["no action", policy({ Effect: "Allow", Resource: "*" }), "identity", /must contain actions/],
    ["both Action and NotAction", policy({ ...allow, NotAction: "s3:*" }), "identity", /Syntax errors/],
    ["no resource", policy({ Effect: "Allow", Action: "s3:*" }), "identity", /must contain resources/],
    ["an empty list of resources", policy({ ...allow, Resource: [] }), "identity", /must contain resources/],
    ["a principal", policy({ ...allow, Principal: "*" }), "identity", /should not specify a principal/],
    [
      "an action without its service",
      policy({ ...allow, Action: "GetObject" }),
      "identity",
      /prefaced by a vendor/,
    ],
    ["an action with a space", policy({ ...allow, Action: "s3:Get Object" }), "identity", /legacy parsing/],
    [
      "a resource that is no ARN",
      policy({ ...allow, Resource: "bucket" }),
      "identity",
      /must be in ARN format/,
    ],
    [
      "a placeholder for the partition",
      policy({ ...allow, Resource: "arn:${AWS::Partition}:s3:::b" }),
      "identity",
      /Partition|ARN format/,
    ],
    [
      "a region in IAM's ARN",
      policy({ ...allow, Resource: "arn:aws:iam:us-east-1:111122223333:role/x" }),
      "identity",
      /region information/,
    ],
    [
      "an IAM resource of no kind",
      policy({ ...allow, Resource: "arn:aws:iam::111122223333:thing/x" }),
      "identity",
      /resource path must/,
    ],
    ["one Sid twice", policy({ ...allow, Sid: "A" }, { ...allow, Sid: "A" }), "identity", /must be unique/],
    ["a Sid with a hyphen", policy({ ...allow, Sid: "a-b" }), "identity", /alpha-numeric/],
    [
      "an unknown operator",
      policy({ ...allow, Condition: { StringIs: { "aws:x": "y" } } }),
      "identity",
      /Invalid Condition type/,
    ],
    [
      "a key without its vendor",
      policy({ ...allow, Condition: { Bool: { mfa: "true" } } }),
      "identity",
      /prefaced by a vendor/,
    ],
    ["a trust that is no JSON", "no", "trust", /invalid Json/],
    [
      "a trust without a principal",
      policy({ Effect: "Allow", Action: "sts:AssumeRole" }),
      "trust",
      /Principal/,
    ],
    ["a trust with a resource", policy({ ...trust, Resource: "*" }), "trust", /prohibited field Resource/],
    ["a trust in other actions", policy({ ...trust, Action: "s3:GetObject" }), "trust", /only specify STS/],
    [
      "a principal that is none",
      policy({ ...trust, Principal: { AWS: "somebody" } }),
      "trust",
      /Invalid principal/,
    ],
    [
      "a kind of principal that is none",
      policy({ ...trust, Principal: { Person: "x" } }),
      "trust",
      /Invalid principal/,
    ],
    [
      "a service that is none",
      policy({ ...trust, Principal: { Service: "ec2" } }),
      "trust",
      /Invalid principal/,
    ],
  ];
  for (const [name, document, kind, message] of cases) {
    it(name, () => {
      assert.throws(
        () => checkPolicyDocument(document, kind),
        (error: unknown) => {
          assert.ok(error instanceof AwsError);
          assert.deepEqual([error.code, error.status], ["MalformedPolicyDocument", 400]);
          assert.match(error.message, message);
          return true;
        },
      );
    });
  }
});
