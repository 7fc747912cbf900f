import type { EngineEvent, Stack } from "@pulumi/pulumi/automation";
import type { AwsCall } from "../../aws/aws-call";
import { ExitCode, TierguardError } from "../../core/errors";
import { EventRecord } from "./engine-events";
import { countChanges, operationFailure, type OperationResult } from "./operation";
import { assertPacksRan, ownPolicyPacks } from "./policy-packs";
import { progressLine } from "./progress";
import { explainPulumiFailure } from "./pulumi-failure";
import { warningLines } from "./warning-lines";
import type { WorkFolder } from "./work-folder";
import { runPulumi } from "./workspace";

/** How one operation is run. */
export interface OperationOptions {
  /** Hears a line for each resource that is created, changed or deleted. */
  progress?: (line: string) => void;
  /** Hears what the engine prints, as it comes. */
  output?: (text: string) => void;
  /** Hears of the calls to AWS that the provider makes. */
  onAwsCall?: (call: AwsCall) => void;
  /** Hears every event of the engine. */
  onEvent?: (event: EngineEvent) => void;
  /** Ends the operation in order: what is under way is finished, and nothing new begins. */
  signal?: AbortSignal;
  /** Reads first what AWS has, so that what was changed past the stack is put back. */
  refresh?: boolean;
  /** Folders of the policy packs that judge it: all of the project's where this is left out. */
  policyPacks?: readonly string[];
}

/** A resource as the Pulumi state has it. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  protect?: boolean;
  outputs?: Record<string, unknown>;
}

/** What every operation of the Automation API takes. */
interface EngineOptions {
  onEvent: (event: EngineEvent) => void;
  onOutput?: (text: string) => void;
  signal?: AbortSignal;
  policyPacks?: string[];
  refresh?: boolean;
  color: "never";
  suppressProgress: true;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Ctrl-C in a terminal reaches the engine by itself, as it does this process, and a second one would make it drop what
 * is under way: then it is not told again.
 */
function toldToEngine(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined || process.stdin.isTTY !== true) return signal;
  const controller = new AbortController();
  signal.addEventListener("abort", () => {
    const { by } = signal.reason as { by?: NodeJS.Signals };
    if (by !== "SIGINT") controller.abort(signal.reason);
  });
  return controller.signal;
}

/** A stack of the project's program in the user's Pulumi backend, and the operations on it. */
export class PulumiStack {
  constructor(
    private readonly stack: Stack,
    private readonly folder: WorkFolder,
    /** Whether it was made for this run: nothing has been deployed from it. */
    readonly isNew: boolean,
  ) {}

  get name(): string {
    return this.stack.name;
  }

  /** Creates and changes what the program says. */
  async up(options: OperationOptions = {}): Promise<OperationResult> {
    let outputs: Record<string, unknown> = {};
    const result = await this.operate("The deployment", options, async (engine) => {
      const answer = await this.stack.up(engine);
      outputs = Object.fromEntries(
        Object.entries(answer.outputs).map(([key, { value, secret }]) => [
          key,
          secret ? "[secret]" : (value as unknown),
        ]),
      );
    });
    return { ...result, outputs };
  }

  /** What `up` would do. Writes nothing. */
  preview(options: OperationOptions = {}): Promise<OperationResult> {
    return this.operate("The preview", options, (engine) => this.stack.preview(engine));
  }

  /** What has drifted from the state. Writes nothing, nor the state. */
  previewRefresh(options: OperationOptions = {}): Promise<OperationResult> {
    return this.operate("The refresh", { ...options, policyPacks: [] }, ({ policyPacks: _, ...engine }) =>
      this.stack.previewRefresh(engine),
    );
  }

  /** Deletes everything that the state holds. */
  destroy(options: OperationOptions = {}): Promise<OperationResult> {
    return this.operate("The deletion", { ...options, policyPacks: [] }, ({ policyPacks: _, ...engine }) =>
      this.stack.destroy(engine),
    );
  }

  /** What `destroy` would delete. Writes nothing. */
  previewDestroy(options: OperationOptions = {}): Promise<OperationResult> {
    return this.operate(
      "The preview of the deletion",
      { ...options, policyPacks: [] },
      ({ policyPacks: _, ...engine }) => this.stack.previewDestroy(engine),
    );
  }

  /** The resources in the state, in the order in which they were made. */
  async resources(): Promise<StateResource[]> {
    const state = await this.told("Reading the state", () => this.stack.exportStack());
    return (state.deployment as { resources?: StateResource[] } | undefined)?.resources ?? [];
  }

  /** Lifts the protection of every resource in the state. */
  async unprotect(): Promise<void> {
    await this.command("Lifting the protection", ["state", "unprotect", "--all", "--yes"]);
  }

  /** Removes the stack, which must hold nothing, from the backend; its config stays where it is. */
  async remove(): Promise<void> {
    await this.command("Removing the Pulumi stack", ["stack", "rm", "--yes", "--preserve-config"]);
  }

  /** Removes the folder that was made for the run. */
  close(): void {
    this.folder.close();
  }

  private async command(doing: string, args: string[]): Promise<void> {
    await this.told(doing, () => runPulumi(this.stack.workspace, [...args, "--stack", this.name]));
  }

  private async told<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explainPulumiFailure(textOf(error), { stack: this.name, doing });
    }
  }

  private async operate(
    doing: string,
    {
      progress,
      output,
      onAwsCall,
      onEvent,
      signal,
      refresh,
      policyPacks = ownPolicyPacks(),
    }: OperationOptions,
    run: (engine: EngineOptions) => Promise<unknown>,
  ): Promise<OperationResult> {
    signal?.throwIfAborted();
    const record = new EventRecord((step, phase) => {
      const line = progressLine(step, phase);
      if (line !== undefined) progress?.(line);
    }, onAwsCall);
    try {
      await run({
        onEvent: (event) => {
          record.hear(event);
          onEvent?.(event);
        },
        ...(output === undefined ? {} : { onOutput: output }),
        ...(signal === undefined ? {} : { signal: toldToEngine(signal) }),
        ...(policyPacks.length === 0 ? {} : { policyPacks: [...policyPacks] }),
        ...(refresh === undefined ? {} : { refresh }),
        color: "never",
        suppressProgress: true,
      });
    } catch (cause) {
      if (signal?.aborted === true) throw interrupted(signal, doing);
      throw operationFailure(record, { text: textOf(cause), stack: this.name, doing, cause });
    }
    assertPacksRan(policyPacks, record.packs);
    return {
      counts: countChanges(record.steps),
      steps: record.steps,
      warnings: warningLines(record.diagnostics),
      violations: record.violations,
      outputs: {},
    };
  }
}

function interrupted(signal: AbortSignal, doing: string): TierguardError {
  if (signal.reason instanceof TierguardError) return signal.reason;
  return new TierguardError(`${doing} was interrupted`, { code: "interrupted", exitCode: ExitCode.Failed });
}
