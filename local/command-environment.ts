import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { LOCAL_CREDENTIALS, type ServiceAddresses } from "./service-addresses";

/** Encrypts secrets of local stacks, which protect nothing. */
const PASSPHRASE = "local";

/** What a command's environment is made of. */
export interface EnvironmentParts {
  /** The user's environment. */
  base: NodeJS.ProcessEnv;
  services: ServiceAddresses;
  region: string;
  /** Pulumi's state goes below this folder. */
  directory: string;
  stack: string;
  /** The folder with `pulumi` and its language host, or undefined where the command needs no engine. */
  engineFolder?: string;
}

/** A user's own profile, keys and endpoints, and the token of their Pulumi account: none of it reaches a local command. */
function withoutAccounts(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const theirs =
    /^(AWS_|PULUMI_ACCESS_TOKEN$|PULUMI_CONFIG_PASSPHRASE|PULUMI_BACKEND_URL$|PULUMI_DEBUG_PROVIDERS$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !theirs.test(name)));
}

/** The environment in which Pulumi and AWS clients work on the embedded AWS alone; makes the folder for Pulumi's state. */
export function commandEnvironment(parts: EnvironmentParts): NodeJS.ProcessEnv {
  const backend = join(parts.directory, "pulumi");
  mkdirSync(backend, { recursive: true });
  const env = withoutAccounts(parts.base);
  const direct = ["127.0.0.1", "localhost", env["NO_PROXY"] || env["no_proxy"]].filter(Boolean).join(",");
  return {
    ...env,
    AWS_ENDPOINT_URL: parts.services.endpoint,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_REGION: parts.region,
    AWS_DEFAULT_REGION: parts.region,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: join(parts.directory, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(parts.directory, "no-aws-credentials"),
    NO_PROXY: direct,
    no_proxy: direct,
    PULUMI_BACKEND_URL: pathToFileURL(backend).href,
    PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
    PULUMI_DEBUG_PROVIDERS: parts.services.debugProviders,
    PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_STACK: parts.stack,
    ...(parts.engineFolder === undefined
      ? {}
      : { PATH: [parts.engineFolder, env["PATH"]].filter(Boolean).join(delimiter) }),
  };
}
