import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { localCredentials, type ServiceAddresses } from "./service-addresses";
import type { StackTarget } from "./stack-config";

/** Encrypts secrets of local stacks, which protect nothing. */
const PASSPHRASE = "local";

/** What a command's environment is made of. */
export interface EnvironmentParts {
  /** The user's environment. */
  base: NodeJS.ProcessEnv;
  services: ServiceAddresses;
  target: StackTarget;
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
  const credentials = localCredentials(parts.target.accountId);
  return {
    ...env,
    AWS_ENDPOINT_URL: parts.services.endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: parts.target.region,
    AWS_DEFAULT_REGION: parts.target.region,
    AWS_EC2_METADATA_DISABLED: "true",
    // The SDK warns of the end of Node 20 in each process anew.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    AWS_CONFIG_FILE: join(parts.directory, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(parts.directory, "no-aws-credentials"),
    // What the embedded AWS answers about a licence stays apart from what AWS has answered this user.
    XDG_STATE_HOME: join(parts.directory, "state"),
    NO_PROXY: direct,
    no_proxy: direct,
    PULUMI_BACKEND_URL: pathToFileURL(backend).href,
    PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
    // The stand-ins are no plugins that could be installed, and nothing is to be downloaded in their stead.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_PROVIDERS: parts.services.debugProviders,
    PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_STACK: parts.stack,
    ...(parts.engineFolder === undefined
      ? {}
      : { PATH: [parts.engineFolder, env["PATH"]].filter(Boolean).join(delimiter) }),
  };
}
