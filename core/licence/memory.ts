import type { Answer } from "./licence";

/** How long an answer is taken as it is, in milliseconds. */
export const ASK_EVERY = 60 * 60_000;

/** How long it takes after the last good answer until warnings become errors, in milliseconds. */
export const GRACE = 7 * 24 * 60 * 60_000;

/** What is remembered of a product's entitlement; times in milliseconds since 1970. */
export interface Memory {
  answer: Answer;
  /** When AWS was asked, or was tried to be asked, last. */
  asked: number;
  /** When that was first tried. */
  firstAsked: number;
  /** When AWS last said that the account is entitled. */
  lastEntitled?: number;
}

/** Whether AWS is to be asked anew: after an hour, or where the clock was put back. */
export function isStale(memory: Memory | undefined, now: number): boolean {
  return memory === undefined || memory.asked > now || now - memory.asked >= ASK_EVERY;
}

/** What is to be remembered of an answer. */
export function remember(before: Memory | undefined, answer: Answer, now: number): Memory {
  const lastEntitled = answer.verdict === "entitled" ? now : before?.lastEntitled;
  return {
    answer,
    asked: now,
    firstAsked: Math.min(before?.firstAsked ?? now, now),
    ...(lastEntitled === undefined ? {} : { lastEntitled: Math.min(lastEntitled, now) }),
  };
}

/** When the grace window ends: counted from the last good answer, or from the first try where there was none. */
export function graceEnd({ firstAsked, lastEntitled }: Memory): number {
  return (lastEntitled ?? firstAsked) + GRACE;
}
