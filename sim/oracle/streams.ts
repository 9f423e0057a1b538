import type { TimelineItem } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Logbook } from './logbook.ts';

/** The streamed replies of one conversation: every opening gets exactly one final (rule 15). */
export interface Streams {
  /** What is wrong with the next event, if anything. */
  next(event: ChatEvent): string | undefined;
  /** Openings without an end, by number, with what they say. */
  readonly open: ReadonlyMap<number, string>;
  /** The whole text of an opening, once it has its end. */
  readonly ends: ReadonlyMap<number, string>;
}

/** A conversation in which nothing was streamed yet. */
export function createStreams(): Streams {
  const open = new Map<number, string>();
  const ends = new Map<number, string>();
  return {
    open,
    ends,
    next({ kind, body, seq }) {
      if (kind === 'text' && body['streaming']) open.set(seq, String(body['text']));
      if (kind !== 'final') return undefined;
      const of = Number(body['of']);
      const text = String(body['text']);
      const began = open.get(of);
      if (began === undefined) return `${seq} ends ${of}, which ${ends.has(of) ? 'has an end' : 'never began'}`;
      open.delete(of);
      ends.set(of, text);
      return body['cut'] && !text.startsWith(began) ? `${seq} takes back what ${of} had said` : undefined;
    },
  };
}

/** What somebody must be told of a screen with streamed replies. */
interface StreamPort {
  say(invariant: string, detail: string): void;
  reach(place: string): void;
  online(): boolean;
  /** Whether the bot has begun to say this. */
  hasBegun(text: string): boolean;
  /** The versions that have an event at a number. */
  having: Logbook['having'];
}

/** Looks at the streamed replies of one screen; tells whether one is still growing. */
export function watchStreams({ say, reach, online, hasBegun, having }: StreamPort) {
  /** Replies that stood still while their page had no link. */
  const held = new Map<string, string>();
  const repaired = (id: string) => {
    if (held.delete(id)) reach('held delta repaired');
  };
  /** Rows that say what the log says, which never takes anything back: a row that changes is another object. */
  const judged = new WeakSet<TimelineItem>();
  return (rows: readonly TimelineItem[]): boolean => {
    let growing = false;
    for (const row of rows) {
      const { id, seq = 0, at, from, content, streaming } = row;
      if (from.role !== 'bot' || content.kind !== 'text' || judged.has(row)) continue;
      const { text } = content.body;
      if (streaming) {
        growing = true;
        if (!hasBegun(text)) say('a streamed reply has no hole', `${id}: ${text}`);
        if (!online()) held.set(id, text);
        else if (held.get(id) !== text) repaired(id);
        continue;
      }
      // In which generation this page is it learns a moment after the storage.
      const known = having(id, seq, at);
      const streamed = known.some(({ streams: { open, ends } }) => open.has(seq) || ends.has(seq));
      if (streamed && !known.some(({ streams }) => streams.ends.get(seq) === text))
        say('a streamed reply ends as its final says', `${id}: ${text}`);
      else if (known.length > 0) judged.add(row);
      repaired(id);
    }
    return growing;
  };
}
