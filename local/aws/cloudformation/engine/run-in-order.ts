/**
 * Runs a step for each id, all at the same time that wait for nothing else, until every one is done or `stopped` says
 * that no more may begin. Steps that have begun are always waited for. A step that resolves to false has failed: those
 * that depend on it never begin.
 */
export async function runInOrder(
  dependencies: ReadonlyMap<string, readonly string[]>,
  step: (id: string) => Promise<boolean>,
  stopped: () => boolean = () => false,
): Promise<void> {
  const waiting = new Map(
    [...dependencies].map(([id, needs]) => [id, needs.filter((need) => dependencies.has(need))]),
  );
  const done = new Set<string>();
  const running = new Map<string, Promise<void>>();
  for (;;) {
    for (const [id, needs] of waiting) {
      if (stopped()) break;
      if (!needs.every((need) => done.has(need))) continue;
      waiting.delete(id);
      running.set(
        id,
        step(id).then((succeeded) => {
          if (succeeded) done.add(id);
          running.delete(id);
        }),
      );
    }
    if (running.size === 0) return;
    await Promise.race(running.values());
  }
}

/** The same graph the other way round: what depends on a thing comes before it. */
export function reversed(dependencies: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const result = new Map([...dependencies.keys()].map((id) => [id, [] as string[]]));
  for (const [id, needs] of dependencies) {
    for (const need of needs) result.get(need)?.push(id);
  }
  return result;
}
