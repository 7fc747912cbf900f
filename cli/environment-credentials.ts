/** Variables whose whole value is a credential (AWS SDK and Pulumi reference guides). */
const VARIABLES = [
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_SECURITY_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_BEARER_TOKEN_BEDROCK",
  "PULUMI_ACCESS_TOKEN",
  "PULUMI_CONFIG_PASSPHRASE",
];

/** The credentials in an environment, for whoever has to hide them. */
export function credentialsOf(env: NodeJS.ProcessEnv): string[] {
  return VARIABLES.flatMap((name) => env[name] || []);
}
