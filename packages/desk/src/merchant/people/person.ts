import { isObject } from '@xiaoer/core/protocol';
import type { DeskRole } from '../../privacy/privacy-api.ts';

/** Somebody at the desk, as an admin sees them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: DeskRole;
  readonly groups: readonly string[];
  /** Conversations at once; null for as many as the house says. */
  readonly capacity: number | null;
  readonly seenAt: number | null;
  readonly browsers: number;
  readonly password: boolean;
  readonly totp: boolean;
}

/** A group, how many are in it, and what it was called before. */
export interface DeskGroup {
  readonly name: string;
  readonly members: number;
  readonly was: readonly string[];
}

/** Everybody at the desk. */
export interface People {
  /** Id of who asks. */
  readonly me: string;
  readonly people: readonly Person[];
  readonly groups: readonly DeskGroup[];
  /** Groups that tickets are sent to and that are not there. */
  readonly wanted: readonly string[];
  /** Conversations at once, where nothing else is set. */
  readonly capacity: number;
}

/** What is set of somebody. */
export interface PersonChange {
  readonly role: DeskRole;
  readonly groups: readonly string[];
  readonly capacity: number | null;
}

/** Whether an answer of the server is everybody at the desk. */
export const isPeople = (value: unknown): value is People =>
  isObject(value) && Array.isArray(value['people']) && Array.isArray(value['groups']) && Array.isArray(value['wanted']);

/** Groups that nobody is in any more without this person: then everybody sees what waits there. */
export const leftAlone = (
  groups: readonly DeskGroup[],
  before: readonly string[],
  after: readonly string[],
): string[] =>
  groups
    .filter(({ name, members }) => members === 1 && before.includes(name) && !after.includes(name))
    .map(({ name }) => name);
