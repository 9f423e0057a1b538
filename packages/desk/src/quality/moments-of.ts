import type { TimelineItem } from '@xiaoer/core';
import { type ChatEvent, readContent, type TraceBody } from '@xiaoer/core/protocol';
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

/** What is no event of its own in a replay. */
const UNSHOWN = new Set(['read', 'hidden', 'claimed', 'final']);

const isWish = ({ kind, body }: ChatEvent): boolean => kind === 'handoff' && body['state'] === 'requested';

/** Whether it is an answer, or an end of waiting for one. */
const answers = ({ kind, from, body }: ChatEvent): boolean =>
  (from.role !== 'shopper' && from.role !== 'system' && kind !== 'trace' && kind !== 'note' && kind !== 'handoff') ||
  kind === 'closed' ||
  (kind === 'handoff' && body['state'] === 'returned');

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

/** A conversation as a row of moments. A trace stands with the bot's first words of its turn, and a wait with what ends it. */
export function momentsOf({ events, sessions }: Pick<Replay, 'events' | 'sessions'>): readonly Moment[] {
  const start = events[0]?.at ?? 0;
  const found = new Map<number, Finding[]>();
  for (const hit of sessions.flatMap(({ hits }) => hits)) found.set(hit.seq, [...(found.get(hit.seq) ?? []), hit]);
  const moments: Moment[] = [];
  let waits: number | undefined;
  /** The bot's first words since somebody else spoke. */
  let turn: number | undefined;
  for (const event of events) {
    if (event.kind === 'trace') {
      const { kind, body } = readContent(event);
      const said = turn === undefined ? undefined : moments[turn];
      if (kind === 'trace' && said && turn !== undefined) moments[turn] = { ...said, trace: body };
      turn = undefined;
      continue;
    }
    if (UNSHOWN.has(event.kind)) continue;
    const at = Math.max(moments.at(-1)?.at ?? 0, event.at - start);
    const ends = waits !== undefined && answers(event);
    moments.push({
      seq: event.seq,
      at,
      event,
      item: itemOf(event),
      gapMs: at - (moments.at(-1)?.at ?? at),
      ...(ends && waits !== undefined ? { waitedMs: at - waits } : {}),
      findings: found.get(event.seq) ?? [],
    });
    if (event.from.role === 'bot' && event.kind !== 'handoff') turn ??= moments.length - 1;
    else if (event.from.role !== 'bot') turn = undefined;
    if (event.from.role === 'bot' && waits !== undefined && moments.some(({ event: one }) => isWish(one))) continue;
    if (ends) waits = undefined;
    if (isWish(event) || (event.from.role === 'shopper' && event.kind !== 'handoff')) waits ??= at;
  }
  return moments;
}

/** Since when the shopper waits at a time of the replay; undefined while nobody does. */
export function waitingAt(moments: readonly Moment[], at: number): number | undefined {
  const next = moments.find((one) => one.at > at && one.waitedMs !== undefined);
  return next && next.at - (next.waitedMs ?? 0) <= at ? at - (next.at - (next.waitedMs ?? 0)) : undefined;
}
