import { type AwsCall, callInWords, callMessage } from "../aws/aws-call";
import type { ActionLog } from "./action-log";

/** The time of an action's calls to AWS in its log: each, and all together in the end. */
export class AwsCallLog {
  readonly #calls: AwsCall[] = [];

  constructor(private readonly log: ActionLog) {}

  /** Notes a call that is over. */
  readonly add = (call: AwsCall): void => {
    this.#calls.push(call);
    this.log.info(callMessage(call));
  };

  /** Says how many calls there were and how long they took; nothing where there were none. */
  summarise(): void {
    const slowest = [...this.#calls].sort((a, b) => b.milliseconds - a.milliseconds)[0];
    if (slowest === undefined) return;
    const count = this.#calls.length === 1 ? "1 call" : `${this.#calls.length} calls`;
    const total = this.#calls.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    this.log.info(`AWS: ${count}, ${Math.round(total)} ms together, the slowest ${callInWords(slowest)}`);
  }
}
