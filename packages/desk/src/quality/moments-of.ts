import type { TimelineItem } from '@xiaoer/core';
import { type ChatEvent, readContent, type TraceBody } from '@xiaoer/core/protocol';
import { entriesOf } from '../conversation/entries.ts';
import type { Finding, Replay } from './quality-api.ts';

/** Something that happened in a conversation, with what passed before it. */
export interface Moment {
  readonly seq: number;
  /** Milliseconds since the first event. */
  readonly at: number;
  readonly event: ChatEvent;
  readonly item: TimelineItem;
  /** Since the moment before, in milliseconds. */
  readonly gapMs: number;
  /** What ended with it: for so long the shopper had waited for an answer, or for a person. */
  readonly waitedMs?: number | undefined;
  readonly findings: readonly Finding[];
  /** How the bot came to what it said. */
  readonly trace?: TraceBody | undefined;
}

/** Who an answer is waited for from, and since when. */
interface Waits {
  readonly person: boolean;
  readonly since: number | undefined;
}

/** What nobody says: it is no answer, and asks for none. */
const MARKS = new Set(['read', 'retracted', 'note', 'rating', 'notice', 'claimed', 'hidden', 'final']);

const stateIn = ({ kind, body }: ChatEvent): unknown =>
  kind === 'closed' ? 'closed' : kind === 'handoff' ? body['state'] : undefined;

/** The wait after an event. The bot's words end none while a person was asked for. */
function foldWait({ person, since }: Waits, event: ChatEvent, at: number): Waits {
  const { role } = event.from;
  const state = stateIn(event);
  if (state === 'requested') return { person: true, since: at };
  if (state === 'joined') return { person: true, since };
  if (state === 'returned' || state === 'declined' || state === 'closed') return { person: false, since: undefined };
  if (state !== undefined || MARKS.has(event.kind)) return { person, since };
  if (role === 'shopper') return { person, since: since ?? at };
  return role === (person ? 'agent' : 'bot') ? { person, since: undefined } : { person, since };
}

const itemOf = (event: ChatEvent): TimelineItem => ({
  key: `${event.from.id}:${event.id}`,
  id: event.id,
  seq: event.seq,
  at: event.at,
  from: event.from,
  mine: false,
  content: readContent(event),
  ...(event.body['retracted'] === true ? { retracted: true } : {}),
});

/**
 * A conversation as a row of moments. A trace stands with the bot's first words of its turn, and a wait with what ended it.
 * Marks that nobody sees are no moments.
 */
export function momentsOf({ events, sessions }: Pick<Replay, 'events' | 'sessions'>): readonly Moment[] {
  const start = events[0]?.at ?? 0;
  const found = new Map<number, Finding[]>();
  for (const hit of sessions.flatMap(({ hits }) => hits)) found.set(hit.seq, [...(found.get(hit.seq) ?? []), hit]);
  const moments: Moment[] = [];
  let waits: Waits = { person: false, since: undefined };
  /** The bot's first words since somebody else spoke. */
  let turn: number | undefined;
  for (const event of events) {
    const item = itemOf(event);
    if (item.content.kind === 'trace') {
      const said = turn === undefined ? undefined : moments[turn];
      if (said && turn !== undefined) moments[turn] = { ...said, trace: item.content.body };
      turn = undefined;
      continue;
    }
    const before = moments.at(-1)?.at;
    // Clocks may go back; a replay does not.
    const at = Math.max(before ?? 0, event.at - start);
    const { since } = waits;
    waits = foldWait(waits, event, at);
    const findings = found.get(event.seq) ?? [];
    if (entriesOf([item]).length === 0 && findings.length === 0) continue;
    if (event.from.role !== 'bot') turn = undefined;
    else if (event.kind !== 'handoff') turn ??= moments.length;
    moments.push({
      seq: event.seq,
      at,
      event,
      item,
      gapMs: at - (before ?? at),
      ...(since !== undefined && waits.since === undefined ? { waitedMs: at - since } : {}),
      findings,
    });
  }
  return moments;
}

/** Since when the shopper waits at a time of the replay; undefined while nobody does. */
export function waitingAt(moments: readonly Moment[], at: number): number | undefined {
  const next = moments.find((one) => one.at > at && one.waitedMs !== undefined);
  return next && next.at - (next.waitedMs ?? 0) <= at ? at - (next.at - (next.waitedMs ?? 0)) : undefined;
}
