import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The AWS account and region that a Pulumi stack is meant for. */
export interface StackTarget {
  accountId: string;
  region: string;
}

const DEFAULT_TARGET: StackTarget = { accountId: "000000000000", region: "us-west-1" };

function field(value: unknown, name: string): string | undefined {
  const found =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === "string" ? found : undefined;
}

/** The sections of a file that has nothing else, under the names that they have in a stack's config. */
function sectionsOf(document: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).map(([section, value]) => [`tierguard:${section}`, value]),
  );
}

/** Reads `Pulumi.<stack>.yaml`; whatever is missing or broken in it is for others to complain about. */
export function stackTarget(projectDir: string, stack: string): StackTarget {
  return configTarget(join(projectDir, `Pulumi.${stack}.yaml`));
}

/** Reads a config file of either form in the same way. */
export function configTarget(file: string): StackTarget {
  let config: Record<string, unknown>;
  try {
    const document = parse(readFileSync(file, "utf8")) as Record<string, unknown> | null;
    config = (document?.["config"] as Record<string, unknown> | undefined) ?? sectionsOf(document ?? {});
  } catch {
    return DEFAULT_TARGET;
  }
  const accountId = field(config["tierguard:client"], "account_id");
  return {
    accountId: accountId !== undefined && /^\d{12}$/.test(accountId) ? accountId : DEFAULT_TARGET.accountId,
    region:
      field(config["tierguard:environment"], "region") ??
      field(config, "aws-native:region") ??
      field(config, "aws:region") ??
      DEFAULT_TARGET.region,
  };
}

/** The stack that a pulumi command line names, else `PULUMI_STACK`, else `dev`. */
export function stackOf(args: readonly string[], env: NodeJS.ProcessEnv): string {
  for (const [index, argument] of args.entries()) {
    if (argument === "--stack" || argument === "-s") return args[index + 1] ?? "dev";
    if (argument.startsWith("--stack=")) return argument.slice("--stack=".length);
  }
  return env["PULUMI_STACK"] || "dev";
}
