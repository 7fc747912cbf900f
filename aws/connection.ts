/** A role that calls are made as, in the words of the Pulumi AWS providers' `assumeRole`. */
export interface AssumedRole {
  roleArn: string;
  sessionName?: string;
  externalId?: string;
  /** Seconds. */
  durationSeconds?: number;
}

/**
 * How AWS is reached. What is absent comes from the standard credential chain and its environment variables
 * (`AWS_PROFILE`, `AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL` …). It holds no secrets: it is kept in the Pulumi state.
 */
export interface AwsConnection {
  region: string;
  profile?: string;
  assumeRole?: AssumedRole;
  /** URL by service, as the aws-native provider's `endpoints`: `cloudformation`, `cloudcontrol`, `iam`, `ssm`, `sts`, `s3` … */
  endpoints?: Record<string, string>;
}
