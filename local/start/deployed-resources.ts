import { type CloudFormationClient, paginateListStackResources } from "@aws-sdk/client-cloudformation";
import {
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  type IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListGroupPoliciesCommand,
} from "@aws-sdk/client-iam";
import { GetParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";

/** A statement of a policy, as far as it is shown. */
interface Statement {
  Effect: "Allow" | "Deny";
  Action?: string | string[];
  Principal?: "*" | Record<string, string | string[]>;
  Condition?: Record<string, Record<string, unknown>>;
}

/** A group or role, and what was found for it. */
export interface NamedDetail {
  name: string;
  detail: string;
}

/** What a stack made, as AWS's own APIs tell it. */
export interface DeployedResources {
  /** With the services that they may use. */
  groups: NamedDetail[];
  /** With who may assume them. */
  roles: NamedDetail[];
  /** With the services that they grant. */
  policies: NamedDetail[];
  /** With their values. */
  parameters: NamedDetail[];
}

/** Clients of the account that is looked at. */
export interface Clients {
  cloudFormation: CloudFormationClient;
  iam: IAMClient;
  ssm: SSMClient;
}

function list<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** IAM gives documents URL-encoded. */
function statementsOf(document: string | undefined): Statement[] {
  const parsed = JSON.parse(decodeURIComponent(document ?? "{}")) as { Statement?: Statement | Statement[] };
  return list(parsed.Statement);
}

function servicesOf(statements: Statement[]): string[] {
  const actions = statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => list(Action));
  return [
    ...new Set(actions.map((action) => (action === "*" ? "everything" : action.split(":")[0]!))),
  ].sort();
}

function trustOf(statements: Statement[]): string {
  const trusted = statements.flatMap(({ Principal, Condition }) => {
    const conditions = Object.values(Condition ?? {}).flatMap((test) => Object.keys(test));
    const suffix = conditions.includes("aws:MultiFactorAuthPresent") ? " with MFA" : "";
    const principals = Principal === "*" ? ["anybody"] : Object.values(Principal ?? {}).flatMap(list);
    return principals.map(
      (principal) => `${principal.replace(/^arn:.*::(\d{12}):root$/, "account $1")}${suffix}`,
    );
  });
  return [...new Set(trusted)].join(", ");
}

async function policyDocument(iam: IAMClient, arn: string): Promise<string | undefined> {
  const { Policy: policy } = await iam.send(new GetPolicyCommand({ PolicyArn: arn }));
  const version = new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: policy?.DefaultVersionId });
  return (await iam.send(version)).PolicyVersion?.Document;
}

async function describeGroup(iam: IAMClient, name: string): Promise<NamedDetail> {
  const { PolicyNames: inline = [] } = await iam.send(new ListGroupPoliciesCommand({ GroupName: name }));
  const attachments = new ListAttachedGroupPoliciesCommand({ GroupName: name });
  const { AttachedPolicies: attached = [] } = await iam.send(attachments);
  const statements: Statement[] = [];
  for (const policy of inline) {
    const command = new GetGroupPolicyCommand({ GroupName: name, PolicyName: policy });
    statements.push(...statementsOf((await iam.send(command)).PolicyDocument));
  }
  const managed = attached.map(({ PolicyName }) => PolicyName ?? "");
  const own = attached.filter(({ PolicyArn }) => PolicyArn?.includes("::aws:") !== true);
  for (const { PolicyArn } of own)
    statements.push(...statementsOf(await policyDocument(iam, PolicyArn ?? "")));
  const services = servicesOf(statements);
  const amazons = managed.filter((policy) => !own.some(({ PolicyName }) => PolicyName === policy));
  return { name, detail: [...services, ...amazons].join(", ") || "nothing" };
}

async function describeRole(iam: IAMClient, name: string): Promise<NamedDetail> {
  const { Role: role } = await iam.send(new GetRoleCommand({ RoleName: name }));
  const { AttachedPolicies: attached = [] } = await iam.send(
    new ListAttachedRolePoliciesCommand({ RoleName: name }),
  );
  const policies = attached.length === 0 ? "" : ` (${attached.length} managed policies)`;
  return { name, detail: `assumed by ${trustOf(statementsOf(role?.AssumeRolePolicyDocument))}${policies}` };
}

async function describePolicy(iam: IAMClient, arn: string): Promise<NamedDetail> {
  const statements = statementsOf(await policyDocument(iam, arn));
  return { name: arn.slice(arn.lastIndexOf("/") + 1), detail: servicesOf(statements).join(", ") };
}

async function describeParameter(ssm: SSMClient, name: string): Promise<NamedDetail> {
  const { Parameter: parameter } = await ssm.send(new GetParameterCommand({ Name: name }));
  return { name, detail: parameter?.Value ?? "" };
}

/** Reads what a stack made from IAM and SSM: not what its template says, but what is there. */
export async function deployedResources(clients: Clients, stackName: string): Promise<DeployedResources> {
  const byType = new Map<string, string[]>();
  const pages = paginateListStackResources({ client: clients.cloudFormation }, { StackName: stackName });
  for await (const page of pages) {
    for (const { ResourceType: type = "", PhysicalResourceId: id = "" } of page.StackResourceSummaries ??
      []) {
      byType.set(type, [...(byType.get(type) ?? []), id]);
    }
  }
  const describe = (type: string, one: (id: string) => Promise<NamedDetail>) =>
    Promise.all([...(byType.get(type) ?? [])].sort().map(one));
  return {
    groups: await describe("AWS::IAM::Group", (name) => describeGroup(clients.iam, name)),
    roles: await describe("AWS::IAM::Role", (name) => describeRole(clients.iam, name)),
    policies: await describe("AWS::IAM::ManagedPolicy", (arn) => describePolicy(clients.iam, arn)),
    parameters: await describe("AWS::SSM::Parameter", (name) => describeParameter(clients.ssm, name)),
  };
}
