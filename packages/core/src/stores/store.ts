/** A row's name: compared element by element, numbers before strings. */
export type Key = readonly (string | number)[];

/** Writes a row. */
export interface Put {
  readonly put: Key;
  readonly value: unknown;
}

/** One change of a transaction. */
export type Write =
  | Put
  | { readonly delete: Key }
  /** Deletes every row whose key starts with these elements. */
  | { readonly clear: Key };

/**
 * A small transactional contract, the same over IndexedDB, memory or a mini program's key-value API.
 * `testing/store-contract.ts` proves an implementation.
 */
export interface Store {
  /** False when rows die with the page (private mode, no IndexedDB, no consent): the screen says so. */
  readonly durable: boolean;
  /**
   * Reads `keys`, hands their values (undefined where there is no row) to `decide`, and commits the writes it
   * returns, all or nothing; no other transaction of any tab comes in between. `decide` is synchronous, may run
   * again, and returns null to write nothing. Resolves after the commit is durable with whether anything was
   * written; rejects with `StoreError` and no effect.
   */
  transact(keys: readonly Key[], decide: (values: readonly unknown[]) => readonly Write[] | null): Promise<boolean>;
  /** Rows whose key starts with `prefix`, in key order. */
  list(prefix: Key): Promise<readonly { readonly key: Key; readonly value: unknown }[]>;
  /** Deletes every row. */
  wipe(): Promise<void>;
  close(): void;
}

/**
 * How the store of this browser profile does. `ok`: what is written survives the page. `memory`: there is none, or it
 * says that its rows die with the page. Otherwise the last answer was a refusal, and what was written since is in memory
 * only: `quota` no room, even after cached events were given up; `timeout` no answer within 3 s to opening or 5 s to a
 * transaction, as when another tab blocks it; `newer-schema` a newer version of this program wrote it, and it is left
 * alone; `blocked`, `closed`, `failed` as the store said (private mode, storage switched off).
 */
export type Storage = 'ok' | 'memory' | 'timeout' | StoreError['code'];

/** Why a store refused: `quota`, `blocked`, `newer-schema`, `closed` or `failed`. */
export class StoreError extends Error {
  readonly code: 'quota' | 'blocked' | 'newer-schema' | 'closed' | 'failed';
  constructor(code: StoreError['code'], cause?: unknown) {
    super(`the store refused: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
