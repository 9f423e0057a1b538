import type { Condition } from '@xiaoer/assistant';
import { isObject } from '@xiaoer/core/protocol';
import { listFrom, pick, plain, sourceOf } from './field-source.ts';
import type { ConditionMapping } from './mapping.ts';
import type { Read } from './read-value.ts';
import { readMoment } from './wall-clock.ts';

const LISTS = ['categories', 'tags', 'products', 'levels', 'regions'] as const;
const MOMENTS = ['from', 'until'] as const;
const FIELDS: readonly string[] = [...LISTS, ...MOMENTS];

/** Lists in one cell of a table. */
const SPLIT = /\s*[/|;；、，,]\s*/u;

/** What a list may hold. */
const MOST = 200;

/**
 * When an answer holds, out of an object of its own or out of columns. A condition that cannot be read is a problem and
 * not left out: without it the answer would be told to everybody.
 */
export function readCondition(
  row: unknown,
  mapping: ConditionMapping | null | undefined,
  timeZone: string,
): Read<Condition | undefined> {
  const own = pick(row, 'when');
  const unknown = isObject(own) ? Object.keys(own).find((key) => !FIELDS.includes(key)) : undefined;
  if (unknown !== undefined)
    return { problem: `its condition has the field "${unknown}"; there are ${FIELDS.join(', ')}` };
  if (own !== undefined && own !== null && own !== '' && !isObject(own))
    return { problem: 'its condition "when" is no object with fields' };
  const given = isObject(own) ? own : row;
  const condition: Record<string, unknown> = {};
  for (const name of LISTS) {
    const source = sourceOf(mapping?.[name], name);
    if (source === undefined) continue;
    const names = listFrom(given, source, undefined).flatMap((text) =>
      typeof text === 'string' ? (Array.isArray(pick(given, name)) ? [text] : text.split(SPLIT)) : Object.values(text),
    );
    const kept = [...new Set(names.map((text) => text.trim()).filter(Boolean))];
    if (kept.length > MOST) return { problem: `its condition names ${kept.length} ${name}; ${MOST} is the most` };
    if (kept.length > 0) condition[name] = kept;
  }
  for (const name of MOMENTS) {
    const source = sourceOf(mapping?.[name], name);
    const text = source === undefined ? undefined : plain(pick(given, source));
    if (text === undefined) continue;
    const moment = readMoment(text, timeZone, name === 'until');
    if (moment === undefined)
      return { problem: `"${text.slice(0, 40)}" in "${name}" is no date; write 2026-11-30 or 2026-11-30 18:00` };
    condition[name] = moment;
  }
  const { from, until } = condition as Condition;
  if (from !== undefined && until !== undefined && from >= until)
    return { problem: 'its condition ends before it begins, so it would never hold' };
  return { value: Object.keys(condition).length > 0 ? (condition as Condition) : undefined };
}
