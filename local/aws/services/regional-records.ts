import type { CallContext } from "../service";

type Scope = Pick<CallContext, "store" | "region">;

/** One kind of record of a service, kept for each region apart. */
export class RegionalRecords<T> {
  /**
   * @param collection Name of the kind in the store, such as `logs.groups`.
   * @param keyOf What a record is known by within its region.
   */
  constructor(
    private readonly collection: string,
    private readonly keyOf: (record: T) => string,
  ) {}

  find(scope: Scope, key: string): T | undefined {
    return scope.store.get<T>(this.name(scope), key);
  }

  /** In the order of their keys. */
  all(scope: Scope): T[] {
    return scope.store.list<T>(this.name(scope));
  }

  /** Creates or replaces. */
  save(scope: Scope, record: T): void {
    scope.store.put(this.name(scope), this.keyOf(record), record);
  }

  delete(scope: Scope, key: string): void {
    scope.store.delete(this.name(scope), key);
  }

  private name({ region }: Scope): string {
    return `${this.collection}/${region}`;
  }
}
