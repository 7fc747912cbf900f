/** Keys with which a client of the embedded AWS calls. */
export interface LocalCredentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** Keys that the embedded AWS takes for the root of the account, and that the real one never gave out. */
export function localCredentials(accountId: string): LocalCredentials {
  return { accessKeyId: accountId, secretAccessKey: "local" };
}

/** Where the services of one account and region are reached; all of it on 127.0.0.1. */
export interface ServiceAddresses {
  /** The embedded AWS. */
  endpoint: string;
  /** For `PULUMI_DEBUG_PROVIDERS`. */
  debugProviders: string;
}
