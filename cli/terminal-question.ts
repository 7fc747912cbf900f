import { createInterface } from "node:readline/promises";

/** Asks the user something; true where the answer is "yes", written out. */
export type Question = (text: string, signal: AbortSignal) => Promise<boolean>;

/** How the user is asked at the terminal, on stderr; undefined where nobody sits at one. */
export function terminalQuestion(): Question | undefined {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  return async (text, signal) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      const answer = await terminal.question(`${text} Write "yes" to go on: `, { signal });
      return answer.trim() === "yes";
    } finally {
      terminal.close();
    }
  };
}
