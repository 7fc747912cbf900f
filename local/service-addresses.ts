/** Keys of no real account, with which everything local calls the embedded AWS. */
export const LOCAL_CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" };

/** Where the services of one account and region are reached; all of it on 127.0.0.1. */
export interface ServiceAddresses {
  /** The embedded AWS. */
  endpoint: string;
  /** For `PULUMI_DEBUG_PROVIDERS`. */
  debugProviders: string;
}
