import type {
  GroupBlueprint,
  ManagedPolicyBlueprint,
  PrincipalBlueprint,
  RoleBlueprint,
} from "../security/blueprint";
import type { TemplateResource, TemplateValue } from "./cloudformation";
import { renderDocument, renderText } from "./render-document";
import type { StackOutput } from "./stack-outputs";

/** The `AWS::IAM::Group` of a group; groups have no tags in CloudFormation. */
export function renderGroup(group: GroupBlueprint): TemplateResource {
  return {
    Type: "AWS::IAM::Group",
    Properties: { GroupName: group.name, ...attachments(group), ...inlinePolicies(group) },
  };
}

/** The `AWS::IAM::Role` of a role, with the environment's tags. */
export function renderRole(role: RoleBlueprint, tags: Record<string, string>): TemplateResource {
  const { permissionsBoundary: boundary } = role;
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: role.name,
      ...(role.description === "" ? {} : { Description: role.description }),
      AssumeRolePolicyDocument: renderDocument(role.trustPolicy),
      ...attachments(role),
      MaxSessionDuration: role.maxSessionDuration,
      ...(boundary === undefined ? {} : { PermissionsBoundary: boundary }),
      ...inlinePolicies(role),
      Tags: renderTags(tags),
    },
  };
}

/**
 * A managed policy has no description: it could never be changed, and CloudFormation can't replace a policy whose name
 * is given.
 */
export function renderManagedPolicy(policy: ManagedPolicyBlueprint): TemplateResource {
  return {
    Type: "AWS::IAM::ManagedPolicy",
    Properties: {
      ManagedPolicyName: policy.name,
      PolicyDocument: renderDocument(policy.document),
    },
  };
}

/** The SSM parameter, below a path, by which other stacks find an output. */
export function renderParameter(
  path: string,
  tags: Record<string, string>,
  output: StackOutput,
): TemplateResource {
  return {
    Type: "AWS::SSM::Parameter",
    Properties: {
      Name: `${path}/${output.key}`,
      Type: "String",
      Value: output.value,
      Description: output.description,
      Tags: tags,
    },
  };
}

/** Tags in the form that most resource types have. */
export function renderTags(tags: Record<string, string>): TemplateValue {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function attachments(principal: PrincipalBlueprint): Record<string, TemplateValue> {
  const arns = [
    ...principal.awsManagedPolicies.map((name) =>
      renderText(`arn:\${AWS::Partition}:iam::aws:policy/${name}`),
    ),
    ...principal.attachedPolicies.map((logicalId) => ({ Ref: logicalId })),
  ];
  return arns.length === 0 ? {} : { ManagedPolicyArns: arns };
}

function inlinePolicies(principal: PrincipalBlueprint): Record<string, TemplateValue> {
  const policies = principal.inlinePolicies.map(({ name, document }) => ({
    PolicyName: name,
    PolicyDocument: renderDocument(document),
  }));
  return policies.length === 0 ? {} : { Policies: policies };
}
