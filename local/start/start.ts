import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { IAMClient } from "@aws-sdk/client-iam";
import { SSMClient } from "@aws-sdk/client-ssm";
import { ExitCode, TierguardError } from "../../core/errors";
import { type LocalEnvironment, openLocalEnvironment, PROJECT_DIR } from "../local-environment";
import { ensureStack, stackStateFile } from "../pulumi-command";
import { captureCommand, runCommand } from "../run-command";
import { keepSaltOut } from "../salt-free-config";
import { stackTarget } from "../stack-config";
import {
  type Clients,
  type DeployedResources,
  deployedResources,
  type NamedDetail,
} from "./deployed-resources";
import { plantDrift } from "./plant-drift";

const STACK = "dev";

function heading(text: string): void {
  console.log(`\n== ${text}\n`);
}

function table(title: string, rows: NamedDetail[]): void {
  console.log(`${title} (${rows.length})`);
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  for (const { name, detail } of rows) console.log(`  ${name.padEnd(width)}  ${detail}`);
  console.log("");
}

/**
 * Runs pulumi with its output on the screen; progress lines only where a terminal can overwrite them.
 * @param expected Whether it must succeed, or must find something and say so by its exit code.
 */
async function pulumi(
  local: LocalEnvironment,
  args: string[],
  expected: "success" | "changes" = "success",
): Promise<void> {
  const quiet = process.stdout.isTTY === true ? [] : ["--non-interactive", "--suppress-progress"];
  console.log(`$ pulumi ${args.join(" ")}\n`);
  const exitCode = await runCommand("pulumi", [...args, ...quiet], { cwd: PROJECT_DIR, env: local.env });
  if ((exitCode !== 0) !== (expected === "changes")) {
    throw new TierguardError(
      expected === "changes"
        ? `pulumi ${args[0]} found nothing, although something was changed.`
        : `pulumi ${args[0]} failed; its reason is above.`,
      {
        code: "start-failed",
        exitCode: ExitCode.Failed,
      },
    );
  }
}

/** Clients of the local account, and the name of the stack in it. */
async function deployedStack(local: LocalEnvironment): Promise<{ clients: Clients; stackName: string }> {
  const output = ["stack", "output", "stackName", "--stack", STACK, "--non-interactive"];
  const { stdout } = await captureCommand("pulumi", output, { cwd: PROJECT_DIR, env: local.env });
  const settings = {
    endpoint: local.env["AWS_ENDPOINT_URL"],
    region: stackTarget(PROJECT_DIR, STACK).region,
    credentials: {
      accessKeyId: local.env["AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: local.env["AWS_SECRET_ACCESS_KEY"] ?? "",
    },
  };
  const clients = {
    cloudFormation: new CloudFormationClient(settings),
    iam: new IAMClient(settings),
    ssm: new SSMClient(settings),
  };
  return { clients, stackName: stdout.trim() };
}

async function showDeployed(clients: Clients, stackName: string): Promise<DeployedResources> {
  const { region, accountId } = stackTarget(PROJECT_DIR, STACK);
  const found = await deployedResources(clients, stackName);
  console.log(`Account ${accountId}, region ${region}, CloudFormation stack ${stackName}:\n`);
  table("IAM groups, and the services and managed policies that they may use", found.groups);
  table("IAM roles, and who may assume them", found.roles);
  table("Managed policies, and the services that they grant", found.policies);
  table("SSM parameters, for other programs to read", found.parameters);
  return found;
}

const DRIFT_CHECK = ["refresh", "--stack", STACK, "--preview-only", "--expect-no-changes"];

/** Somebody changes two groups past the stack; it is found, put back, and not there any more. */
async function showDrift(local: LocalEnvironment, iam: IAMClient, groups: readonly string[]): Promise<void> {
  heading("5. Somebody changes two groups by hand, past the stack");
  for (const line of await plantDrift(iam, groups)) console.log(`Somebody ${line}.`);
  heading("6. What has drifted, and how");
  await pulumi(local, [...DRIFT_CHECK, "--diff"], "changes");
  heading("7. The same deployment again, which takes back what nobody has reviewed");
  const up = ["up", "--refresh", "--stack", STACK, "--yes", "--skip-preview", "--diff", "--suppress-outputs"];
  await pulumi(local, up);
  heading("8. Nothing drifts any more");
  await pulumi(local, [...DRIFT_CHECK, "--diff"]);
}

const NEXT_STEPS = `Change something in Pulumi.dev.yaml (a tag, or a level under security_overrides), and see what would happen:
  npm run local -- pulumi preview --diff
Make it so, or take everything down again:
  npm run local -- pulumi up
  npm run local -- pulumi destroy
Tell what somebody has changed by hand:
  npm run local -- tierguard check-drift --stack dev
Check a config without deploying it:
  npm run local -- tierguard validate-config --stack dev
With a real AWS account: see "A real account" in README.md.`;

/** The main job, shown to a newcomer: plan, deployment, and what exists then. Resolves with the exit code. */
export async function start(): Promise<number> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const started = Date.now();
  console.log("Tierguard on an embedded AWS: no account is needed, and none is touched.");
  heading("1. The engine, and an embedded AWS on 127.0.0.1");
  const local = await openLocalEnvironment({ stack: STACK, engine: true });
  const restoreConfig = keepSaltOut(PROJECT_DIR, STACK, stackStateFile(local.directory, STACK));
  try {
    await ensureStack(local, STACK);
    console.log(
      `The embedded AWS answers at ${local.env["AWS_ENDPOINT_URL"]}; its state is in ${local.directory}.`,
    );
    heading("2. The plan: what the dev environment would become");
    await pulumi(local, ["preview", "--stack", STACK, "--suppress-outputs"]);
    heading("3. The deployment");
    await pulumi(local, ["up", "--stack", STACK, "--yes", "--skip-preview", "--suppress-outputs"]);
    heading("4. What exists now, read back with the AWS SDK");
    const { clients, stackName } = await deployedStack(local);
    const { groups } = await showDeployed(clients, stackName);
    await showDrift(
      local,
      clients.iam,
      groups.map(({ name }) => name),
    );
    heading(`Done in ${Math.round((Date.now() - started) / 1000)} s. What next?`);
    console.log(NEXT_STEPS);
    return ExitCode.Done;
  } finally {
    restoreConfig();
    local.close();
  }
}
