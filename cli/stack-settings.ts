import type { AwsConnection } from "../aws/connection";
import { readText } from "../core/config/read-text";
import { isObject, own } from "../core/config/source";
import { NAMESPACE } from "../core/config/stack-source";
import { parseYaml } from "../core/config/yaml-source";
import type { StackConfig } from "../core/security/blueprint";

/** What a stack's file says beside the config itself. Empty where the config is a file of six sections. */
export interface StackSettings {
  /** Keys of other namespaces, such as `aws-native:profile`. */
  config: Record<string, unknown>;
  /** How the file's secrets are encrypted, and whatever else stands beside `config:`. */
  file: Record<string, unknown>;
}

/** Reads the settings in a config file that was found valid. */
export function stackSettings(file: string): StackSettings {
  const { value } = parseYaml(file, readText(file));
  const config = isObject(value) ? own(value, "config") : undefined;
  if (!isObject(value) || !isObject(config)) return { config: {}, file: {} };
  return {
    config: Object.fromEntries(Object.entries(config).filter(([key]) => !key.startsWith(`${NAMESPACE}:`))),
    file: Object.fromEntries(Object.entries(value).filter(([key]) => key !== "config")),
  };
}

/** Pulumi keeps objects as JSON, people write them as YAML. */
function structured(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** How the command line reaches AWS: as the program does, by the stack's `aws-native:` settings. */
export function awsConnection(
  file: string,
  { environment }: Pick<StackConfig, "environment">,
): AwsConnection {
  const { config } = stackSettings(file);
  const setting = (name: string) => config[`aws-native:${name}`];
  const profile = setting("profile");
  const assumeRole = structured(setting("assumeRole"));
  const endpoints = structured(setting("endpoints"));
  const region = setting("region");
  return {
    region: typeof region === "string" ? region : environment.region,
    ...(typeof profile === "string" ? { profile } : {}),
    ...(isObject(assumeRole) ? { assumeRole: assumeRole as unknown as AwsConnection["assumeRole"] } : {}),
    ...(isObject(endpoints) ? { endpoints: endpoints as Record<string, string> } : {}),
  };
}
