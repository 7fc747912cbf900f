import {
  GetGroupPolicyCommand,
  IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsCommand,
  ListPoliciesCommand,
  ListRolesCommand,
  ListRoleTagsCommand,
} from "@aws-sdk/client-iam";
import { GetParametersByPathCommand, SSMClient } from "@aws-sdk/client-ssm";
import { CloudFormationClient, ListStacksCommand } from "@aws-sdk/client-cloudformation";

/** What an AWS SDK client reads back of an account: the judge of the end-to-end tests. */
export interface Account {
  groups: Record<string, { inline: Record<string, unknown>; attached: string[] }>;
  roles: Record<string, { trust: unknown; attached: string[]; tags: Record<string, string> }>;
  policies: string[];
  parameters: Record<string, string>;
  /** Stacks that are not deleted, with their status. */
  stacks: Record<string, string>;
}

/** Clients that talk to the embedded AWS at `endpoint`. */
export function clients(endpoint: string, region = "us-west-1") {
  const options = { endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  return {
    iam: new IAMClient(options),
    ssm: new SSMClient(options),
    cloudformation: new CloudFormationClient(options),
  };
}

const decoded = (document: string | undefined): unknown => JSON.parse(decodeURIComponent(document ?? "null"));

async function readGroups(iam: IAMClient): Promise<Account["groups"]> {
  const groups: Account["groups"] = {};
  for (const { GroupName } of (await iam.send(new ListGroupsCommand({}))).Groups ?? []) {
    const inline: Record<string, unknown> = {};
    const names = await iam.send(new ListGroupPoliciesCommand({ GroupName }));
    for (const PolicyName of names.PolicyNames ?? []) {
      const policy = await iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }));
      inline[PolicyName] = decoded(policy.PolicyDocument);
    }
    const attached = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }));
    groups[GroupName!] = {
      inline,
      attached: (attached.AttachedPolicies ?? []).map((policy) => policy.PolicyArn!).sort(),
    };
  }
  return groups;
}

async function readRoles(iam: IAMClient): Promise<Account["roles"]> {
  const roles: Account["roles"] = {};
  for (const role of (await iam.send(new ListRolesCommand({}))).Roles ?? []) {
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: role.RoleName }));
    const tags = await iam.send(new ListRoleTagsCommand({ RoleName: role.RoleName }));
    roles[role.RoleName!] = {
      trust: decoded(role.AssumeRolePolicyDocument),
      attached: (attached.AttachedPolicies ?? []).map((policy) => policy.PolicyArn!).sort(),
      tags: Object.fromEntries((tags.Tags ?? []).map((tag) => [tag.Key!, tag.Value!])),
    };
  }
  return roles;
}

async function readParameters(ssm: SSMClient): Promise<Record<string, string>> {
  const parameters: Record<string, string> = {};
  let NextToken: string | undefined;
  do {
    const page = await ssm.send(new GetParametersByPathCommand({ Path: "/", Recursive: true, NextToken }));
    for (const parameter of page.Parameters ?? []) parameters[parameter.Name!] = parameter.Value!;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return parameters;
}

/** Reads the whole account, as far as the startup tier goes. */
export async function readAccount(endpoint: string, region?: string): Promise<Account> {
  const { iam, ssm, cloudformation } = clients(endpoint, region);
  const policies = await iam.send(new ListPoliciesCommand({ Scope: "Local" }));
  const stacks = await cloudformation.send(new ListStacksCommand({}));
  return {
    groups: await readGroups(iam),
    roles: await readRoles(iam),
    policies: (policies.Policies ?? []).map((policy) => policy.PolicyName!).sort(),
    parameters: await readParameters(ssm),
    stacks: Object.fromEntries(
      (stacks.StackSummaries ?? [])
        .filter((stack) => stack.StackStatus !== "DELETE_COMPLETE")
        .map((stack) => [stack.StackName!, stack.StackStatus!]),
    ),
  };
}
