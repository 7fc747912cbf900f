import type { Store } from "./store";

/** The part of a store that belongs to one account. */
class ScopedStore implements Store {
  constructor(
    readonly root: Store,
    private readonly scope: string,
  ) {}

  get<T>(collection: string, key: string): T | undefined {
    return this.root.get<T>(this.name(collection), key);
  }

  put<T>(collection: string, key: string, record: T): void {
    this.root.put(this.name(collection), key, record);
  }

  delete(collection: string, key: string): void {
    this.root.delete(this.name(collection), key);
  }

  list<T>(collection: string): T[] {
    return this.root.list<T>(this.name(collection));
  }

  private name(collection: string): string {
    return `${this.scope}/${collection}`;
  }
}

/** The state of one account, from the whole store or from another account's part of it. */
export function accountStore(store: Store, accountId: string): Store {
  return new ScopedStore(wholeStore(store), accountId);
}

/** What belongs to no single account: names of buckets, access keys, sessions. */
export function sharedStore(store: Store): Store {
  return new ScopedStore(wholeStore(store), "shared");
}

function wholeStore(store: Store): Store {
  return store instanceof ScopedStore ? store.root : store;
}
