import type { Change } from './change.ts';
import type { KeptEffect } from './effect.ts';

/** Who did something. */
export interface Author {
  readonly id: string;
  readonly name?: string | undefined;
}

/** Saved changes. Moments in milliseconds since 1970. */
export interface Version {
  readonly version: number;
  readonly at: number;
  readonly by: Author;
  readonly changes: readonly Change[];
  readonly note?: string | undefined;
  readonly effect?: KeptEffect | undefined;
  /** Learnt without being asked. */
  readonly automatic?: boolean | undefined;
  readonly undone?: { readonly version: number; readonly at: number; readonly by: Author } | undefined;
}

/** All of them, the oldest first. */
export interface Versions {
  readonly base: number;
  readonly automatic: boolean;
  readonly versions: readonly Version[];
}
