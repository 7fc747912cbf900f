import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Product } from "../../core/licence/licence";
import type { AwsConnection } from "../connection";

/** What is asked, where, and for how long in milliseconds. */
export interface Question {
  product: Product;
  connection: AwsConnection;
  timeout: number;
}

/** How much earlier than its parent the worker gives up, in milliseconds: it can say more of what was wrong. */
const HEAD_START = 300;

function timedOut(timeout: number): Answer {
  const said = `no answer within ${timeout / 1000} s`;
  return { verdict: "unknown", kind: "timed-out", said };
}

/**
 * Asks AWS in a thread of its own, so that the action goes on meanwhile, and that nothing which hangs there (a proxy, a
 * login, an instance's metadata) keeps the process from ending in time. Never throws.
 * @param signal Ends the wait; the answer is then one that timed out.
 */
export function askAws(question: Question, signal: AbortSignal): Promise<Answer> {
  const { timeout } = question;
  const worker = new Worker(join(__dirname, "ask-worker.cjs"), {
    workerData: { ...question, timeout: timeout - HEAD_START } satisfies Question,
    // What the SDK would warn of is of no use to who runs an action.
    stderr: true,
  });
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      // A unit of a licence may still be on its way back: the thread ends with the process at the latest.
      worker.unref();
      resolve(answer);
    };
    const abort = () => finish(timedOut(timeout));
    const timer = setTimeout(abort, timeout);
    signal.addEventListener("abort", abort);
    worker.once("message", (answer: Answer) => finish(answer));
    worker.once("error", (error: Error) =>
      finish({ verdict: "unknown", kind: "other", said: `${error.name}: ${error.message}` }),
    );
    worker.once("exit", () => finish(timedOut(timeout)));
  });
}
