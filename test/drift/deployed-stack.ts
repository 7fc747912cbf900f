import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, connectToAws } from "../../aws/clients";
import type { AwsConnection } from "../../aws/connection";
import { findStack } from "../../aws/deployed-stack";
import { describeRootCause, lastOperationEvents, rootCause } from "../../aws/stack-events";
import type { WatchedArgs } from "../../aws/watched-args";
import { canonicalProperties } from "../../core/drift/canonical-properties";
import type { Template } from "../../core/template/cloudformation";
import { templateJson } from "../../core/template/serialize";
import type { WatchedResource } from "../../core/template/watched-resource";
import { watchedResources } from "../../core/template/watched-resources";
import { startEmbeddedAws } from "../../local/aws/server";
import { watchedResourceBehaviour } from "../../provider/watched-resource";
import type { ResourceBehaviour, Values } from "../../provider/resource-behaviour";
import { recordingReporter } from "../provider/fake-aws";

const BUCKET = "edge-templates";
const SERVICES = [
  "cloudcontrol",
  "cloudformation",
  "codebuild",
  "codecommit",
  "iam",
  "kms",
  "s3",
  "sns",
  "ssm",
  "sts",
];

/** A stack to deploy. */
export interface Deployable {
  stackName: string;
  template: Template;
}

/** A stack deployed to an account of its own on the embedded AWS, and the provider that watches it. */
export interface DeployedStack {
  /** Clients of the account, with which anything can be changed behind the stack's back. */
  aws: AwsClients;
  connection: AwsConnection;
  stackName: string;
  /** Each resource as the engine's state has it after the deployment. */
  states: Values[];
  behaviour: ResourceBehaviour;
  /** What the provider said. */
  said: string[];
  /** The calls that were made since the last time, as `service:Operation`. */
  calls(): Promise<string[]>;
  fault(fault: object): Promise<void>;
  close(): Promise<void>;
}

/** The URN of a watched resource; nothing depends on what it is. */
export function urnOf(state: Values): string {
  return `urn:pulumi:dev::tierguard::tierguard:iam:Any::${String(state.logicalId)}`;
}

async function deploy(aws: AwsClients, stackName: string, template: string): Promise<void> {
  const [s3, cloudFormation] = await Promise.all([aws.s3(), aws.cloudFormation()]);
  await s3.createBucket({
    Bucket: BUCKET,
    CreateBucketConfiguration: { LocationConstraint: aws.region as "us-west-1" },
  });
  await s3.putObject({ Bucket: BUCKET, Key: "template.json", Body: template });
  await cloudFormation.createStack({
    StackName: stackName,
    TemplateURL: `https://${BUCKET}.s3.${aws.region}.amazonaws.com/template.json`,
    Capabilities: ["CAPABILITY_NAMED_IAM"],
  });
  for (;;) {
    const status = (await findStack(aws, stackName))?.status ?? "";
    if (status === "CREATE_COMPLETE") return;
    if (!status.endsWith("_IN_PROGRESS")) {
      const cause = rootCause(await lastOperationEvents(aws, stackName, new Date(0)));
      throw new Error(`the stack is in ${status}: ${cause === undefined ? "" : describeRootCause(cause)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Lets clients of this process call as the account's root; the answer undoes it. */
function callAsRoot(): () => void {
  const before = { ...process.env };
  process.env.AWS_ACCESS_KEY_ID = "AKIATIERGUARDLOCAL00";
  process.env.AWS_SECRET_ACCESS_KEY = "local";
  return () => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
}

/** The resource as the provider records it. */
export function recorded(resource: WatchedResource): WatchedResource {
  return { ...resource, properties: canonicalProperties(resource.type, resource.properties) };
}

/**
 * Deploys a stack to an account of its own.
 * @param make says what to deploy, once what it expects to be there is made.
 */
export async function deployStack(
  { accountId, region }: { accountId: string; region: string },
  make: (connection: AwsConnection) => Deployable | Promise<Deployable>,
): Promise<DeployedStack> {
  const directory = mkdtempSync(join(tmpdir(), "tierguard-drift-"));
  const forgetRoot = callAsRoot();
  const server = await startEmbeddedAws({ stateFile: join(directory, "state.json"), accountId });
  const connection = {
    region,
    endpoints: Object.fromEntries(SERVICES.map((service) => [service, server.url])),
  };
  const aws = connectToAws(connection);
  const { stackName, template } = await make(connection);
  await deploy(aws, stackName, templateJson(template));
  const reporter = recordingReporter();
  const patience = { whole: 30_000, gone: 0, changed: 0 };
  const behaviour = watchedResourceBehaviour(() => aws, reporter, patience);
  const states = watchedResources(template, { accountId, region }).map((resource) => {
    const args: WatchedArgs = { ...recorded(resource), connection, stackName };
    return { ...args };
  });
  const control = (path: string, init?: RequestInit) => fetch(`${server.url}/_tierguard/${path}`, init);
  return {
    aws,
    connection,
    stackName,
    states,
    behaviour,
    said: reporter.said,
    async calls() {
      const { calls } = (await (await control("calls")).json()) as { calls: string[] };
      await control("calls", { method: "DELETE" });
      return calls;
    },
    async fault(fault) {
      await control("faults", { method: "POST", body: JSON.stringify(fault) });
    },
    async close() {
      await server.close();
      forgetRoot();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
