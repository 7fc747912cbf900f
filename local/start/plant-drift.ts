import {
  AttachGroupPolicyCommand,
  GetGroupPolicyCommand,
  type IAMClient,
  ListGroupPoliciesCommand,
  PutGroupPolicyCommand,
} from "@aws-sdk/client-iam";

const ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";

interface Document {
  Version: string;
  Statement: { Action?: string | string[] }[];
}

/** What was done, a line each. */
export type PlantedDrift = string[];

async function widenFirstPolicy(iam: IAMClient, GroupName: string): Promise<string> {
  const { PolicyNames: [PolicyName] = [] } = await iam.send(new ListGroupPoliciesCommand({ GroupName }));
  const { PolicyDocument = "" } = await iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }));
  const document = JSON.parse(decodeURIComponent(PolicyDocument)) as Document;
  const [first] = document.Statement;
  if (first !== undefined) first.Action = [...[first.Action ?? []].flat(), "iam:CreateUser"];
  await iam.send(
    new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument: JSON.stringify(document) }),
  );
  return `lets ${GroupName} also iam:CreateUser, in its policy ${PolicyName}`;
}

/**
 * Changes two groups as somebody does in the console, past the stack: one gets an action more in a policy, the other
 * AdministratorAccess.
 */
export async function plantDrift(iam: IAMClient, groups: readonly string[]): Promise<PlantedDrift> {
  const ending = (name: string) => groups.find((group) => group.endsWith(`-group-${name}`));
  const widened = ending("data-scientists") ?? groups[0]!;
  const raised = ending("operations-support") ?? groups.at(-1)!;
  const done = await widenFirstPolicy(iam, widened);
  const attachment = { GroupName: raised, PolicyArn: ADMINISTRATOR_ACCESS };
  await iam.send(new AttachGroupPolicyCommand(attachment));
  return [done, `attaches AdministratorAccess to ${raised}`];
}
