import { effect } from '@preact/signals-core';
import type { TimelineItem } from '@xiaoer/core';
import type { Shell } from '../shell.ts';
import { spoken } from '../spoken.ts';

/** What the house does is no message, and `message:received` does not tell it. */
const HOUSE = ['handoff', 'notice', 'closed', 'rating'];

/** After the announcer has read what came with it, in milliseconds. */
const AFTER_MS = 600;

/** From here on after the link is there what comes is no history, in milliseconds. */
const REPLAYED_MS = 3_000;

/** Rows after the one that was the newest; none where that is gone, as it is after a reset. */
function rowsAfter(rows: readonly TimelineItem[], newest: string | undefined): readonly TimelineItem[] {
  for (let n = rows.length; n > 0; n--) if (rows[n - 1]?.key === newest) return rows.slice(n);
  return newest === undefined ? rows : [];
}

/** The newest row that is in the log. */
function newestOf(rows: readonly TimelineItem[]): string | undefined {
  for (let n = rows.length - 1; n >= 0; n--) if (rows[n]?.seq !== undefined) return rows[n]?.key;
  return undefined;
}

/**
 * Reads out what the house does while the panel is open: who has come, that nobody is there, that an answer can be
 * rated. Never history: it begins with the first word of this page, or some seconds after the link is there. Answers the
 * function that ends it.
 */
export function readHouse(shell: Shell): () => void {
  const { events, words, panel, said } = shell;
  let live = false;
  let newest: string | undefined;
  let waiting: TimelineItem[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let replayed: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    live = true;
  };
  const read = async () => {
    const lines = await Promise.all(waiting.splice(0).map((item) => spoken(item, words.peek())));
    const text = lines.filter(Boolean).join('\n');
    if (text && panel.peek() === 'open') said.value = () => text;
  };
  const ends = [
    events.on('message:sent', begin),
    events.on('message:received', begin),
    effect(() => {
      if (shell.client.value.connection.value.state !== 'online' || live) return;
      clearTimeout(replayed);
      replayed = setTimeout(begin, REPLAYED_MS);
    }),
    effect(() => {
      const rows = shell.client.value.messages.value;
      const fresh = rowsAfter(rows, newest).filter(({ mine, content }) => !mine && HOUSE.includes(content.kind));
      newest = newestOf(rows);
      // Something of one's own is under way.
      live ||= rows.at(-1)?.mine === true && rows.at(-1)?.seq === undefined;
      if (!live || fresh.length === 0) return;
      waiting = [...waiting, ...fresh];
      clearTimeout(timer);
      timer = setTimeout(() => void read(), AFTER_MS);
    }),
  ];
  return () => {
    clearTimeout(timer);
    clearTimeout(replayed);
    for (const end of ends) end();
  };
}
