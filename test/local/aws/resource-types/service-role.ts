import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { ACCOUNT, type StackFixture, trust } from "../cloudformation/stack-fixture";

/** Makes a role that trusts a service (`events.amazonaws.com`), and returns its ARN. */
export async function serviceRole({ iam }: StackFixture, RoleName: string, service: string): Promise<string> {
  const AssumeRolePolicyDocument = JSON.stringify(trust(service));
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  return Role!.Arn!;
}

/** ARN of a role of the fixture's account. */
export const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
