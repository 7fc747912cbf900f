import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";

/** The processes that this language host runs, so that all of them end with it. */
export class ChildProcesses {
  private readonly running = new Set<ChildProcess>();

  spawn(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, options);
    this.running.add(child);
    const forget = () => this.running.delete(child);
    child.once("exit", forget);
    child.once("error", forget);
    return child;
  }

  /** Asks every process to end. */
  terminate(): void {
    for (const child of this.running) child.kill("SIGTERM");
  }
}

/** How a process ended: its exit code, or the signal that ended it. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Waits until the process has ended and its output is complete; rejects where it could not be started. */
export function ended(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
}
