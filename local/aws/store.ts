/**
 * All state of the embedded AWS: named collections of JSON records, which survive between commands in one file.
 * Records are read and written whole; a record handed out is a copy, so that nothing changes unless it is put back.
 */
export interface Store {
  get<T>(collection: string, key: string): T | undefined;
  /** Creates or replaces. */
  put<T>(collection: string, key: string, record: T): void;
  delete(collection: string, key: string): void;
  /** In the order of their keys. */
  list<T>(collection: string): T[];
}
