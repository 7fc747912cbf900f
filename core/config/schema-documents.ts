import { Type } from "@sinclair/typebox";

/** A policy document as a config holds it: lists and single values as written. */
export interface ConfigPolicyDocument {
  Version: "2012-10-17";
  Statement: Record<string, unknown>[];
}

const oneOrMore = (item: object, description: string): object => ({
  type: ["string", "array"],
  ...item,
  items: { type: "string", ...item },
  minItems: 1,
  description,
});

const Sid = {
  type: "string",
  title: "Sid",
  pattern: "^[A-Za-z0-9]{1,64}$",
  description: "1 to 64 letters and digits",
};

const Condition = {
  type: "object",
  description: "Operator to condition key to values, all of them text",
  additionalProperties: {
    type: "object",
    additionalProperties: oneOrMore({}, "One value, or a list of them"),
    minProperties: 1,
  },
};

function policyDocument(title: string, statement: object) {
  return Type.Unsafe<ConfigPolicyDocument>({
    type: "object",
    title,
    additionalProperties: false,
    required: ["Version", "Statement"],
    properties: {
      Version: {
        type: "string",
        enum: ["2012-10-17"],
        title: "version of the policy language",
        description: "The version of IAM's policy language, quoted",
      },
      Statement: {
        type: "array",
        minItems: 1,
        items: { type: "object", additionalProperties: false, ...statement },
      },
    },
  });
}

/** Permissions that a config states itself. NotAction and NotResource are left out: what they allow grows by itself. */
export const PermissionsDocument = policyDocument("policy document", {
  required: ["Effect", "Action", "Resource"],
  properties: {
    Sid,
    Effect: { type: "string", title: "effect", enum: ["Allow", "Deny"] },
    Action: oneOrMore(
      { title: "IAM action", pattern: "^(\\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$" },
      "Actions, such as `s3:GetObject`",
    ),
    Resource: oneOrMore(
      { title: "resource", pattern: "^(\\*|arn:.+)$" },
      "ARNs, such as `arn:${AWS::Partition}:s3:::${company_prefix}-${env}-${tenant_id}-*`",
    ),
    Condition,
  },
});

/** Who may assume a service role: AWS services alone. */
export const TrustDocument = policyDocument("trust policy", {
  required: ["Effect", "Principal", "Action"],
  properties: {
    Sid,
    Effect: { type: "string", title: "effect", enum: ["Allow"] },
    Principal: {
      type: "object",
      title: "principal",
      additionalProperties: false,
      required: ["Service"],
      description: "The AWS service that uses the role, such as `Service: sagemaker.amazonaws.com`",
      properties: {
        Service: oneOrMore(
          { title: "service principal", pattern: "^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$" },
          "AWS services, such as `sagemaker.amazonaws.com`; never a wildcard",
        ),
      },
    },
    Action: oneOrMore(
      { title: "action of a trust policy", pattern: "^sts:(AssumeRole|TagSession|SetSourceIdentity)$" },
      "`sts:AssumeRole`",
    ),
    Condition,
  },
});
