import * as pulumi from "@pulumi/pulumi";
import { Provider as AwsProvider, type ProviderArgs as AwsProviderArgs } from "@pulumi/aws/provider";
import { Provider as AwsNativeProvider, type ProviderArgs } from "@pulumi/aws-native/provider";
import type { AssumedRole, AwsConnection } from "../aws/connection";
import type { Client, Environment } from "../core/config/schema";
import { ExitCode, TierguardError } from "../core/errors";

/** Settings of the AWS providers that are plain strings; all others are JSON. */
const STRINGS = new Set(["region", "profile", "roleArn", "sharedCredentialsFile"]);
const CREDENTIALS = ["accessKey", "secretKey", "token"];

type Settings = Record<string, unknown>;

/** What the stack's Pulumi config says under `aws-native:` or `aws:`. */
function settingsOf(namespace: "aws-native" | "aws"): Settings {
  const prefix = `${namespace}:`;
  const settings: Settings = {};
  for (const [key, value] of Object.entries(pulumi.runtime.allConfig())) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    if (CREDENTIALS.includes(name)) {
      throw new TierguardError(`${key} in the stack's config is not used`, {
        code: "credentials-in-config",
        exitCode: ExitCode.BadInput,
        hint: `give credentials by AWS_PROFILE, ${prefix}profile, ${prefix}assumeRole or the environment`,
      });
    }
    settings[name] = STRINGS.has(name) ? value : (JSON.parse(value) as unknown);
  }
  return settings;
}

/**
 * How the program's own checks reach AWS: as its `aws-native` provider does by the stack's config (`profile`,
 * `assumeRole`, `endpoints`), in the region that the config names.
 * @throws TierguardError where credentials stand in the stack's config.
 */
export function connectionOf(environment: Environment): AwsConnection {
  const settings = settingsOf("aws-native");
  const { profile, assumeRole, endpoints, region } = settings as {
    profile?: string;
    assumeRole?: AssumedRole;
    endpoints?: Record<string, string>;
    region?: string;
  };
  return {
    region: region ?? environment.region,
    ...(profile === undefined ? {} : { profile }),
    ...(assumeRole === undefined ? {} : { assumeRole }),
    ...(endpoints === undefined ? {} : { endpoints }),
  };
}

/** The provider of the stack: bound to the config's region and account, else as the stack's `aws-native:` config says. */
export function createAwsNativeProvider(
  name: string,
  target: { client: Client; environment: Environment },
  options: pulumi.ResourceOptions,
): pulumi.ProviderResource {
  const args = {
    ...settingsOf("aws-native"),
    region: target.environment.region,
    allowedAccountIds: [target.client.account_id],
  } as ProviderArgs;
  return new AwsNativeProvider(name, args, options);
}

/** The provider of a template's object in S3, bound in the same way, else as the stack's `aws:` config says. */
export function createAwsProvider(
  name: string,
  target: { client: Client; environment: Environment },
  options: pulumi.ResourceOptions,
): pulumi.ProviderResource {
  const args = {
    ...settingsOf("aws"),
    region: target.environment.region,
    allowedAccountIds: [target.client.account_id],
  } as AwsProviderArgs;
  return new AwsProvider(name, args, options);
}
