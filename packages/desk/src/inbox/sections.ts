import type { InboxRow } from '@xiaoer/core/protocol';

/** A section of the inbox. */
export type SectionName = 'waiting' | 'mine' | 'promised' | 'colleagues' | 'bot' | 'left';

/** A section with its rows in the order they are shown in. */
export interface Section {
  readonly name: SectionName;
  readonly rows: readonly InboxRow[];
}

function sectionOf(row: InboxRow, me: string | undefined): SectionName | undefined {
  if (row.mode === 'queued') return 'waiting';
  if (row.mode === 'agent') return row.agent?.id === me ? 'mine' : 'colleagues';
  if (row.left) return 'left';
  if (row.promise) return 'promised';
  return row.mode === 'bot' ? 'bot' : undefined;
}

const newest = (a: InboxRow, b: InboxRow) => (b.last?.at ?? 0) - (a.last?.at ?? 0);

/** The queue's own order; where the house has not told a place yet, who asked first. */
const byQueue = (a: InboxRow, b: InboxRow) =>
  (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER) ||
  (a.requestedAt ?? 0) - (b.requestedAt ?? 0);

const ORDER: Readonly<Record<SectionName, (a: InboxRow, b: InboxRow) => number>> = {
  waiting: byQueue,
  mine: newest,
  promised: (a, b) => (a.promise?.due ?? 0) - (b.promise?.due ?? 0),
  colleagues: newest,
  bot: newest,
  left: (a, b) => newest(b, a),
};

/** The inbox in sections. Colleagues, and what was promised, have one only while there is something in it. */
export function sectionsOf(rows: readonly InboxRow[], me: string | undefined): readonly Section[] {
  const names: readonly SectionName[] = ['waiting', 'mine', 'promised', 'colleagues', 'bot', 'left'];
  return names
    .map((name) => ({ name, rows: rows.filter((row) => sectionOf(row, me) === name).sort(ORDER[name]) }))
    .filter(({ name, rows: found }) => found.length > 0 || (name !== 'colleagues' && name !== 'promised'));
}

/** The row `step` places further down, staying at the ends; the first one when nothing is chosen. */
export function neighbour(sections: readonly Section[], from: string | null, step: 1 | -1): InboxRow | undefined {
  const rows = sections.flatMap((section) => section.rows);
  const at = rows.findIndex((row) => row.conversation === from);
  return at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}
