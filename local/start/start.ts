import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { IAMClient } from "@aws-sdk/client-iam";
import { SSMClient } from "@aws-sdk/client-ssm";
import { ExitCode, TierguardError } from "../../core/errors";
import { type LocalEnvironment, openLocalEnvironment, PROJECT_DIR } from "../local-environment";
import { ensureStack, stackStateFile } from "../pulumi-command";
import { captureCommand, runCommand } from "../run-command";
import { keepSaltOut } from "../salt-free-config";
import { stackTarget } from "../stack-config";
import { deployedResources, type NamedDetail } from "./deployed-resources";

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

/** Runs pulumi with its output on the screen; progress lines only where a terminal can overwrite them. */
async function pulumi(local: LocalEnvironment, args: string[]): Promise<void> {
  const quiet = process.stdout.isTTY === true ? [] : ["--non-interactive", "--suppress-progress"];
  console.log(`$ pulumi ${args.join(" ")}\n`);
  const exitCode = await runCommand("pulumi", [...args, ...quiet], { cwd: PROJECT_DIR, env: local.env });
  if (exitCode !== 0) {
    throw new TierguardError(`pulumi ${args[0]} failed; its reason is above.`, {
      code: "start-failed",
      exitCode: ExitCode.Failed,
    });
  }
}

async function showDeployed(local: LocalEnvironment): Promise<void> {
  const output = ["stack", "output", "stackName", "--stack", STACK, "--non-interactive"];
  const { stdout } = await captureCommand("pulumi", output, { cwd: PROJECT_DIR, env: local.env });
  const { region, accountId } = stackTarget(PROJECT_DIR, STACK);
  const settings = {
    endpoint: local.env["AWS_ENDPOINT_URL"],
    region,
    credentials: {
      accessKeyId: local.env["AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: local.env["AWS_SECRET_ACCESS_KEY"] ?? "",
    },
  };
  const found = await deployedResources(
    {
      cloudFormation: new CloudFormationClient(settings),
      iam: new IAMClient(settings),
      ssm: new SSMClient(settings),
    },
    stdout.trim(),
  );
  console.log(`Account ${accountId}, region ${region}, CloudFormation stack ${stdout.trim()}:\n`);
  table("IAM groups, and the services and managed policies that they may use", found.groups);
  table("IAM roles, and who may assume them", found.roles);
  table("Managed policies, and the services that they grant", found.policies);
  table("SSM parameters, for other programs to read", found.parameters);
}

const NEXT_STEPS = `Change something in Pulumi.dev.yaml (a tag, or a level under security_overrides), and see what would happen:
  npm run local -- pulumi preview --diff
Make it so, or take everything down again:
  npm run local -- pulumi up
  npm run local -- pulumi destroy
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
    await showDeployed(local);
    heading(`Done in ${Math.round((Date.now() - started) / 1000)} s. What next?`);
    console.log(NEXT_STEPS);
    return ExitCode.Done;
  } finally {
    restoreConfig();
    local.close();
  }
}
