import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { createLocalEnvironment, type TestEnvironment } from "../../local/test-environment";

/** The result of one run of the Pulumi command line, with both streams in one text as a person sees them. */
export interface Run {
  exitCode: number;
  output: string;
}

/** One Pulumi stack in an account of its own: its config can be changed, and Pulumi be run on it. */
export interface Deployment {
  endpoint: string;
  /** Sets values in the stack's config, by their path below `tierguard:`; undefined takes one out. */
  configure(values: Record<string, unknown>): void;
  /** Runs `pulumi <args>` on the stack with its config. */
  pulumi(...args: string[]): Promise<Run>;
  /** Another stack in the same account and the same backend, from the config file of the repository's root. */
  sibling(stack: string): Promise<Deployment>;
  close(): Promise<void>;
}

async function deploymentIn(environment: TestEnvironment, stack: string): Promise<Deployment> {
  const configFile = path.join(environment.projectDir, `Pulumi.${stack}.yaml`);
  const run = async (args: string[]): Promise<Run> => {
    const { exitCode, stdout, stderr } = await environment.pulumi(args);
    return { exitCode, output: `${stdout}\n${stderr}` };
  };
  const created = await run(["stack", "init", stack, "--non-interactive"]);
  if (created.exitCode !== 0) throw new Error(`pulumi stack init failed:\n${created.output}`);
  return {
    endpoint: environment.endpoint,
    configure(values) {
      const document = parseDocument(readFileSync(configFile, "utf8"));
      for (const [key, value] of Object.entries(values)) {
        const [section, ...rest] = key.split(".");
        const at = ["config", `tierguard:${section}`, ...rest];
        if (value === undefined) document.deleteIn(at);
        else document.setIn(at, document.createNode(value));
      }
      writeFileSync(configFile, document.toString());
    },
    pulumi: (...args) => run([...args, "--non-interactive", "--stack", stack]),
    sibling: (name) => deploymentIn(environment, name),
    close: () => environment.close(),
  };
}

/** An empty account, with stack `dev` initialised and nothing deployed. */
export async function emptyAccount(stack = "dev"): Promise<Deployment> {
  return deploymentIn(await createLocalEnvironment({ stack }), stack);
}

/** Asks the embedded AWS to fail, or to be slow, as the fault endpoint takes it. */
export async function plantFault(endpoint: string, fault: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${endpoint}/_tierguard/faults`, {
    method: "POST",
    body: JSON.stringify(fault),
  });
  if (!answer.ok) throw new Error(`the fault was not taken: ${await answer.text()}`);
}
