import type { AwsClients } from "../../aws/clients";
import type { Reporter } from "../../provider/resource-behaviour";

const missing = (service: string) => () => Promise.reject(new Error(`${service} is not to be called here`));

/** Clients whose services answer as the given functions do; a service that is not given fails when it is called. */
export function fakeAws(services: {
  [Service in "cloudControl" | "cloudFormation" | "iam" | "s3" | "ssm" | "sts"]?: object;
}): AwsClients {
  const clients = Object.fromEntries(
    ["cloudControl", "cloudFormation", "iam", "s3", "ssm", "sts"].map((service) => {
      const fake = services[service as keyof typeof services];
      return [service, fake === undefined ? missing(service) : () => Promise.resolve(fake)];
    }),
  );
  return { region: "us-west-1", ...clients } as unknown as AwsClients;
}

/** An error as the SDK throws it. */
export function awsError(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

/** Keeps what is said. */
export function recordingReporter(): Reporter & { said: string[] } {
  const said: string[] = [];
  const say = (severity: string) => (_urn: string, message: string) => {
    said.push(`${severity}: ${message}`);
    return Promise.resolve();
  };
  return {
    said,
    debug: (message) => say("debug")("", message),
    info: say("info"),
    warn: say("warn"),
  };
}
