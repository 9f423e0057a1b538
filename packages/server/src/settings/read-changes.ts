import { isObject } from '@xiaoer/core/protocol';
import * as v from 'valibot';
import { schemaAt } from './places.ts';
import type { SettingChange } from './setting.ts';

/** Most changes of one version. */
const MOST_CHANGES = 200;
const MOST_MISTAKES = 20;

/** Why a change cannot be read: where, and what to write. */
export interface SettingMistake {
  /** `changes[0].to.mon[1]`. */
  readonly at: string;
  /** The place of the settings, where one is named. */
  readonly place?: string | undefined;
  readonly message: string;
}

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

function readChange(given: unknown, at: string): SettingChange | readonly SettingMistake[] {
  const wrong = (message: string, more = '', place?: string) => [{ at: at + more, place, message }];
  if (!isObject(given)) return wrong('a change has do, place and to');
  const { do: verb, place, to } = given;
  if (typeof place !== 'string') return wrong('name the place, such as hours/week', '.place');
  const schema = schemaAt(place);
  if (!schema) return wrong('there is no such place; see docs/merchant.md', '.place');
  if (verb === 'clear' || verb === 'reset') return { do: verb, place };
  if (verb !== 'set') return wrong('do is set, clear or reset', '.do', place);
  const read = v.safeParse(schema, to);
  if (read.success) return { do: 'set', place, to: read.output };
  return read.issues.map((issue) => ({ at: `${at}.to${pathOf(issue)}`, place, message: issue.message }));
}

/** Reads changes that came from outside; of several of one place the last counts. */
export function readSettingChanges(
  given: unknown,
): readonly SettingChange[] | { readonly mistakes: readonly SettingMistake[] } {
  if (!Array.isArray(given) || given.length === 0)
    return { mistakes: [{ at: 'changes', message: 'changes is a list with a change' }] };
  if (given.length > MOST_CHANGES)
    return { mistakes: [{ at: 'changes', message: `at most ${MOST_CHANGES} changes at once` }] };
  const read = given.map((one, n) => readChange(one, `changes[${n}]`));
  const mistakes = read.flatMap((one) => ('do' in one ? [] : one));
  if (mistakes.length > 0) return { mistakes: mistakes.slice(0, MOST_MISTAKES) };
  const changes = read.flatMap((one) => ('do' in one ? [one] : []));
  return [...new Map(changes.map((change) => [change.place, change])).values()];
}
