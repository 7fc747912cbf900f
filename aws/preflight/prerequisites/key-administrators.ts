import type { AwsClients } from "../../clients";
import { bareName } from "../../existing-names";
import { inParallel } from "../../in-parallel";
import { ask } from "../ask";
import type { FoundAdministrator } from "./findings";

/** Whether an ARN is a user's; else it is a role's. */
export function isUser(arn: string): boolean {
  return arn.includes(":user/");
}

async function arnOfName(aws: AwsClients, wanted: string): Promise<string | undefined> {
  const iam = await aws.iam();
  const name = bareName(wanted);
  return isUser(wanted)
    ? (await iam.getUser({ UserName: name })).User?.Arn
    : (await iam.getRole({ RoleName: name })).Role?.Arn;
}

/** Looks for the roles and users that are to administer a key. Throws nothing. */
export async function findKeyAdministrators(
  aws: AwsClients,
  administrators: readonly string[],
): Promise<FoundAdministrator[]> {
  return inParallel(administrators, async (arn): Promise<FoundAdministrator> => {
    const found = await ask(() => arnOfName(aws, arn));
    if ("failure" in found && found.failure.kind === "not-found") return { arn, found: { value: undefined } };
    return { arn, found };
  });
}
