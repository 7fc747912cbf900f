import { explainUnknown, productName } from "./explain";
import type { Product } from "./licence";
import { ASK_EVERY, graceEnd, type Memory } from "./memory";

/** What an action is told of the licence. */
export interface Decision {
  /** How loudly it is said: `refusal` stops an action that writes to AWS. */
  level: "info" | "warning" | "error" | "refusal";
  message: string;
  hint?: string;
}

function time(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function lastKnown({ firstAsked, lastEntitled }: Memory): string {
  return lastEntitled === undefined
    ? `AWS has not confirmed the licence since it was first asked, ${time(firstAsked)}`
    : `AWS last confirmed the licence ${time(lastEntitled)}`;
}

/**
 * What is made of the last answer: only AWS's explicit "not entitled" can stop anything; whatever leaves the
 * entitlement open is said, with the end of the grace window, and louder after it.
 * @param writes Whether the action is going to write to AWS.
 * @param now Milliseconds since 1970.
 */
export function decide(product: Product, memory: Memory, writes: boolean, now: number): Decision {
  const { answer } = memory;
  const name = productName(product);
  if (answer.verdict === "entitled") {
    const message = `this account is entitled to ${name}, as AWS said ${time(memory.asked)}`;
    return answer.note === undefined
      ? { level: "info", message }
      : { level: "warning", message, hint: answer.note };
  }
  if (answer.verdict === "not-entitled") {
    const message = `this account is not entitled to ${name}, as AWS said ${time(memory.asked)} (${answer.said})`;
    const hint = `subscribe to the product in AWS Marketplace, or free a unit of the licence; AWS is asked again after ${time(memory.asked + ASK_EVERY)}`;
    if (writes) return { level: "refusal", message, hint };
    return { level: "warning", message, hint: `actions that write to AWS are refused: ${hint}` };
  }
  const end = graceEnd(memory);
  const message = `whether this account is entitled to ${name} is not known: ${explainUnknown(product, answer)}`;
  if (now < end) {
    return { level: "warning", message, hint: `${lastKnown(memory)}; the grace window ends ${time(end)}` };
  }
  const over = `the grace window ended ${time(end)}: ${lastKnown(memory)}`;
  return { level: "error", message, hint: `${over}; nothing is stopped, but have it put right` };
}
