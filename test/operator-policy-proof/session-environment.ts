import type { Credentials } from "@aws-sdk/client-sts";

const NAMES = {
  AWS_ACCESS_KEY_ID: "AccessKeyId",
  AWS_SECRET_ACCESS_KEY: "SecretAccessKey",
  AWS_SESSION_TOKEN: "SessionToken",
} as const;

/**
 * Runs something with keys in the environment, where every connection finds them. What runs at the same time must have
 * the same keys.
 */
export async function withKeys<T>(keys: Credentials, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(NAMES).map((name) => [name, process.env[name]] as const);
  for (const [name, member] of Object.entries(NAMES)) set(name, keys[member]);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) set(name, value);
  }
}

function set(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
