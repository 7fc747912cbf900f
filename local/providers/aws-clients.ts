import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { ProviderConfig } from "./provider";

/** Where a client of the AWS SDK finds the embedded AWS, and as whom it calls. */
export interface ClientSettings {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** What stand-in providers take where a program's provider config says nothing. */
export type ClientDefaults = ClientSettings;

/** A provider's own region and keys win over the defaults; its endpoints don't, lest a stand-in call the real AWS. */
export function clientSettings({ variables }: ProviderConfig, defaults: ClientDefaults): ClientSettings {
  const { accessKey, secretKey, token, region } = variables;
  return {
    endpoint: defaults.endpoint,
    region: region || defaults.region,
    credentials:
      accessKey && secretKey
        ? { accessKeyId: accessKey, secretAccessKey: secretKey, ...(token ? { sessionToken: token } : {}) }
        : defaults.credentials,
  };
}

function accountList(json: string | undefined): string[] {
  if (json === undefined || json === "") return [];
  const accounts: unknown = JSON.parse(json);
  return Array.isArray(accounts) ? accounts.map(String) : [];
}

/** Refuses an account that the provider's config does not allow, as the real providers do. */
export async function checkAccount({ variables }: ProviderConfig, settings: ClientSettings): Promise<void> {
  const allowed = accountList(variables["allowedAccountIds"]);
  const forbidden = accountList(variables["forbiddenAccountIds"]);
  if (variables["skipCredentialsValidation"] === "true" || allowed.length + forbidden.length === 0) return;
  const sts = new STSClient(settings);
  try {
    const { Account: account = "" } = await sts.send(new GetCallerIdentityCommand({}));
    if (forbidden.includes(account)) throw new Error(`forbidden account ID (${account})`);
    if (allowed.length > 0 && !allowed.includes(account))
      throw new Error(`account ID not allowed (${account})`);
  } finally {
    sts.destroy();
  }
}
