import type { Config } from "../config/schema";
import type { Problem } from "../errors";
import type { NamedTenant } from "../naming/stack-names";
import { AWS_LIMITS } from "./aws-limits";
import { report } from "./blueprint-context";
import { byText } from "../text-order";

/** What IAM takes in a tag's key and value (IAM API reference, data type Tag). */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** What tags are made of. */
export type TaggedConfig = NamedTenant & Pick<Config, "tags"> & { tier: { name: string } };

/** The tags that say whose a resource is; a config can't set them itself. `stem` names the stack and its files. */
export function systemTags(environment: TaggedConfig, stem: string): Record<string, string> {
  const { client, environment: where, tier } = environment;
  return {
    Company: client.company_prefix,
    Environment: where.env,
    ManagedBy: "tierguard",
    Stem: stem,
    TenantId: client.tenant_id,
    Tier: tier.name,
  };
}

/**
 * What AWS would refuse about one tag.
 * @param type of the resource: most take IAM's characters, EC2's take any ("Tag your Amazon EC2 resources", EC2 User Guide).
 */
export function tagFindings(key: string, value: string, type = ""): string[] {
  const findings: string[] = [];
  const readable = (text: string) => type.startsWith("AWS::EC2::") || TAG_TEXT.test(text);
  if (key === "" || key.length > 128 || !readable(key) || /^aws:/i.test(key)) {
    findings.push(
      "is no key of a tag: 1 to 128 letters, digits, spaces or _.:/=+-@, not beginning with aws:",
    );
  }
  if (value.length > 256 || !readable(value)) {
    findings.push("has a value that tags don't take: up to 256 letters, digits, spaces or _.:/=+-@");
  }
  return findings;
}

/** What AWS would refuse about the number of tags of a resource. */
export function tagCountFindings(count: number): string[] {
  if (count <= AWS_LIMITS.tags) return [];
  return [`a resource has at most ${AWS_LIMITS.tags} tags, here are ${count}`];
}

/**
 * System tags and the config's own, by key; what AWS would refuse is reported.
 * @param more system tags of one kind of stack.
 */
export function stackTags(
  context: { config: TaggedConfig; problems: Problem[] },
  stem: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const tags = { ...systemTags(context.config, stem), ...more };
  const taken = new Map(Object.keys(tags).map((key) => [key.toLowerCase(), key]));
  for (const [key, value] of Object.entries(context.config.tags ?? {})) {
    const path = `tags.${key}`;
    const other = taken.get(key.toLowerCase());
    if (other !== undefined) {
      report(
        context,
        path,
        `is the same tag as ${other}: IAM does not tell upper from lower case`,
        "use another key",
      );
    }
    taken.set(key.toLowerCase(), key);
    for (const message of tagFindings(key, value)) report(context, path, message);
    tags[key] = value;
  }
  const keys = Object.keys(tags).sort(byText);
  for (const message of tagCountFindings(keys.length))
    report(context, "tags", `${message} with the system tags`);
  return Object.fromEntries(keys.map((key) => [key, tags[key]!]));
}
