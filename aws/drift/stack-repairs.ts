/**
 * Lets the repairs of one stack's resources that this process makes at the same time not get into each other's way: a
 * restoration of everything that is gone is one operation of the whole stack, and others wait for it.
 */
export class StackRepairs {
  readonly #restorations = new Map<string, Promise<void>>();
  readonly #restored = new Map<string, number>();
  readonly #updates = new Map<string, Set<Promise<unknown>>>();

  /** Resolves when no restoration of the stack is under way, whatever came of it. */
  async settled(stackName: string): Promise<void> {
    await this.#restorations.get(stackName)?.catch(() => undefined);
  }

  /** How many times what is gone of the stack has been restored. */
  restorations(stackName: string): number {
    return this.#restored.get(stackName) ?? 0;
  }

  /** Updates one resource, while nothing is restored. */
  async update<T>(stackName: string, work: () => Promise<T>): Promise<T> {
    await this.settled(stackName);
    const updates = this.#updates.get(stackName) ?? new Set();
    this.#updates.set(stackName, updates);
    const running = work();
    updates.add(running);
    try {
      return await running;
    } finally {
      updates.delete(running);
    }
  }

  /** Restores what is gone, when the updates under way are done; whoever asks meanwhile gets the same restoration. */
  restore(stackName: string, work: () => Promise<void>): Promise<void> {
    const running = this.#restorations.get(stackName);
    if (running !== undefined) return running;
    const restoration = Promise.allSettled([...(this.#updates.get(stackName) ?? [])]).then(work);
    this.#restorations.set(stackName, restoration);
    const forget = () => this.#restorations.delete(stackName);
    const count = () => {
      this.#restored.set(stackName, this.restorations(stackName) + 1);
      forget();
    };
    restoration.then(count, forget);
    return restoration;
  }
}
