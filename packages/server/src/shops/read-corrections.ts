import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Correction, PROPERTIES } from '@xiaoer/assistant';
import * as v from 'valibot';
import type { ImportNotes } from './import-report.ts';

const FILE = 'corrections.json';

const text = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(2000)));

const Rule = v.pipe(
  v.strictObject({
    field: v.pipe(v.string(), v.minLength(1, 'name the field')),
    category: text,
    product: text,
    value: text,
    means: v.optional(v.picklist([...PROPERTIES], `use one of ${PROPERTIES.join(', ')}`)),
    unit: text,
    type: v.optional(v.picklist(['words', 'text', 'code'])),
    becomes: text,
    hide: v.optional(v.boolean()),
  }),
  v.check(
    ({ means, unit, type, becomes, hide }) => [means, unit, type, becomes, hide].some((one) => one !== undefined),
    'say what is put right: "means", "unit", "type", "becomes" or "hide"',
  ),
);

/** Reads what the merchant puts right in how his catalogue is read, `corrections.json`: a wrong rule is left out and noted. */
export function readCorrections(directory: string, notes: ImportNotes): readonly Correction[] {
  const path = join(directory, FILE);
  if (!existsSync(path)) return [];
  const note = (row: number, reason: string) => notes.row('corrections', FILE, row).skip(reason);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    note(0, `the file cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return [];
  }
  if (!Array.isArray(list)) {
    note(0, 'it is not a list of rules');
    return [];
  }
  const rules = list.flatMap((given: unknown, n): Correction[] => {
    const read = v.safeParse(Rule, given);
    if (read.success) return [read.output];
    const [issue] = read.issues;
    const place = v.getDotPath(issue);
    note(n + 1, `${place ? `"${place}": ` : ''}${issue.message}`);
    return [];
  });
  notes.taken.corrections = rules.length;
  return rules;
}
