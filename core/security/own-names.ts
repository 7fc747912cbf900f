import type { Config } from "../config/schema";
import { tenantScope } from "../naming/stack-names";

/** A text as a regular expression that matches it alone. */
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * An ARN in a grant, as it reads in this copy of the environment: a test copy may pass, assume and manage its own roles,
 * groups and policies, never the environment's. Anything else, and everything in the environment itself, stays.
 */
export function inThisCopy(text: string, config: Config): string {
  const { testSuffix, security } = config;
  if (testSuffix === undefined || text === security.permission_boundary_arn) return text;
  const names = `${escaped(tenantScope(config))}-(?:group|role|xacct|policy)-`;
  const own = new RegExp(
    `^arn:(?:\\$\\{AWS::Partition\\}|[^:]*):iam::[^:]*:(?:group|role|policy)/(?:.*/)?${names}`,
  );
  return own.test(text) && !text.endsWith(`-${testSuffix}`) ? `${text}-${testSuffix}` : text;
}
