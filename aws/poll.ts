import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;

/**
 * Looks until there is something to tell: at once, then after pauses that double, with jitter so that many who wait do
 * not ask at the same time. Resolves with what `look` told, undefined where the time was over before; throws what
 * `look` throws.
 * @param timeout Milliseconds.
 * @param look Gets the milliseconds that have passed.
 * @param signal Ends the wait; its reason is thrown.
 */
export async function poll<T>(
  timeout: number,
  look: (elapsed: number) => Promise<T | undefined>,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const begun = Date.now();
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const found = await look(Date.now() - begun);
    if (found !== undefined || Date.now() - begun >= timeout) return found;
    await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal });
  }
}
