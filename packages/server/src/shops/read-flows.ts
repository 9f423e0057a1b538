import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Flow, readFlow } from '@xiaoer/assistant/flows';
import { MOST_FLOW_CHARS } from './flow-text.ts';
import type { ImportNotes } from './import-report.ts';

/** Reads the merchant's flows, `flows/*.json` of the shop's folder. One with a mistake is left out, and each mistake is noted. */
export function readFlows(directory: string, notes: ImportNotes): readonly Flow[] {
  const folder = join(directory, 'flows');
  if (!existsSync(folder)) return [];
  const flows = new Map<string, Flow>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const file = `flows/${name}`;
    const text = readFileSync(join(folder, name), 'utf8');
    if (text.length > MOST_FLOW_CHARS) {
      notes.row('flows', file, 0).skip(`it has more than ${MOST_FLOW_CHARS} characters`);
      continue;
    }
    const read = readFlow(text);
    if ('problems' in read) {
      for (const { line, column, message } of read.problems)
        notes.row('flows', file, line).skip(`column ${column}: ${message}`);
      continue;
    }
    if (flows.has(read.flow.id))
      notes.row('flows', file, 0).skip(`the id "${read.flow.id}" is that of an earlier file`);
    else flows.set(read.flow.id, read.flow);
  }
  notes.taken.flows = flows.size;
  return [...flows.values()];
}
