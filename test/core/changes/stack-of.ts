import type { WatchedResource } from "../../../core/template/watched-resource";

type Statement = Record<string, unknown>;

/** A policy document of some statements. */
export const policyDocument = (...statements: Statement[]) => ({
  Version: "2012-10-17",
  Statement: statements,
});

/** A statement that allows something. */
export const allow = (
  actions: string | string[],
  resources: string | string[] = "*",
  more: Statement = {},
): Statement => ({
  Effect: "Allow",
  Action: actions,
  Resource: resources,
  ...more,
});

/** A statement that denies something. */
export const deny = (...args: Parameters<typeof allow>): Statement => ({ ...allow(...args), Effect: "Deny" });

/** Inline policies by their names. */
export function inline(policies: Record<string, Statement[]>): Record<string, unknown> {
  return {
    Policies: Object.entries(policies).map(([PolicyName, statements]) => ({
      PolicyName,
      PolicyDocument: policyDocument(...statements),
    })),
  };
}

/** A group as the template says it. */
export function group(name: string, properties: Record<string, unknown> = {}): WatchedResource {
  const type = "AWS::IAM::Group";
  return {
    logicalId: `Group${name}`,
    type,
    identifier: name,
    properties: { GroupName: name, ...properties },
  };
}

const LAMBDA_TRUST = policyDocument({
  Effect: "Allow",
  Principal: { Service: "lambda.amazonaws.com" },
  Action: "sts:AssumeRole",
});

/** A role as the template says it; Lambda assumes it. */
export function role(name: string, properties: Record<string, unknown> = {}): WatchedResource {
  return {
    logicalId: `Role${name}`,
    type: "AWS::IAM::Role",
    identifier: name,
    properties: { RoleName: name, AssumeRolePolicyDocument: LAMBDA_TRUST, ...properties },
  };
}

/** The ARN of a policy of the account. */
export const policyArn = (name: string) => `arn:aws:iam::123456789012:policy/${name}`;

/** A managed policy as the template says it. */
export function managed(name: string, ...statements: Statement[]): WatchedResource {
  return {
    logicalId: `Policy${name}`,
    type: "AWS::IAM::ManagedPolicy",
    identifier: policyArn(name),
    properties: { ManagedPolicyName: name, PolicyDocument: policyDocument(...statements) },
  };
}

/** The property that attaches policies of the account. */
export const attached = (...names: string[]) => ({ ManagedPolicyArns: names.map(policyArn) });

/** The property that says who may assume a role. */
export const trust = (
  principal: unknown,
  condition?: unknown,
  action: string | string[] = "sts:AssumeRole",
) => ({
  AssumeRolePolicyDocument: policyDocument({
    Effect: "Allow",
    Principal: principal,
    Action: action,
    ...(condition === undefined ? {} : { Condition: condition }),
  }),
});
