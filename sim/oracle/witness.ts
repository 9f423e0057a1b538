import type { TimelineItem } from '@xiaoer/core';
import type { Page } from '../actors/page.ts';
import type { World } from '../world/world.ts';
import type { Findings } from './findings.ts';
import { type Ledger, type Op, TAKEN_BACK } from './ledger.ts';
import type { Logbook } from './logbook.ts';
import { type Range, readScreen } from './screen.ts';
import { watchStreams } from './streams.ts';

/** Nothing may wait longer than this on a page that says it is connected; the rule says 30 s. */
const STALLED_MS = 36_000;

/** Looks at one page's screen whenever it changed. */
export interface Witness {
  /** After everything has settled. `clock`: also at what only time changes. */
  look(clock: boolean): void;
  /** The server gave or took something. */
  progress(): void;
  /** The screen as it was last seen. */
  range(): Range;
  rows(): readonly TimelineItem[];
  /** Its author wrote an op again. */
  again(id: string): void;
  /** The identity changed: what is on the screen from here on is somebody else's. */
  reset(): void;
}

/** What a wipe took from a profile, and when. */
export interface Wiped {
  readonly op: Op;
  readonly at: number;
}

/** A page that comes back may be blank for so long: its disk is asked five times. */
const BLANK_MS = 35_000;

const RANK = { uploading: 0, queued: 0, sending: 0, sent: 1, failed: 3, expired: 3 } as const;
/** Its author wrote it again: it may come into any state. */
const AGAIN = -1;
/** Kinds that have a row on a screen. */
export const ON_SCREEN: readonly string[] = ['text', 'product', 'handoff', 'file'];
const EMPTY: Range = { version: undefined, from: 0, to: 0 };

/** Attends to a page from its opening. */
export function createWitness(
  world: World,
  page: Page,
  { problem, reach }: Findings,
  logbook: Logbook,
  ledger: Ledger,
  wiped: () => ReadonlyMap<string, Wiped> | undefined,
  hasBegun: (text: string) => boolean,
): Witness {
  const { client, life } = page;
  const received = new Map<string, number>();
  const ranks = new Map<string, number>();
  /** In which generation of the storage an op had its rank. */
  const ranked = new Map<string, number>();
  let dirty = true;
  let range = EMPTY;
  let shown: readonly TimelineItem[] = [];
  let reported = 0;
  let quietSince = world.now();
  const say = (invariant: string, detail: string) => problem(invariant, `${page.name} at ${world.now()}: ${detail}`);
  const online = () => client.connection.peek().state === 'online';
  const lookAtStreams = watchStreams({ say, reach, online, hasBegun, having: logbook.having });
  let growing = false;

  client.messages.subscribe(() => {
    dirty = true;
  });
  client.outbox.subscribe(() => {
    dirty = true;
    quietSince = world.now();
  });
  client.connection.subscribe(({ durable, state }) => {
    quietSince = world.now();
    dirty ||= growing;
    if (!durable) reach('memory fallback');
    if (state === 'degraded') reach('degraded');
  });
  client.leads.subscribe((leads) => {
    if (!leads && page.profile.commons?.led(life) && life.alive()) reach('step-down');
  });
  client.on('history-reset', (count) => {
    reach('history-reset reported');
    reported += count;
  });
  client.on('message:received', ({ id, seq, mine, at }) => {
    // Names of the bot are unique in their conversation only; no two events have one moment and one name.
    const name = `${seq} ${id} ${at}`;
    const told = (received.get(name) ?? 0) + 1;
    received.set(name, told);
    // A streamed reply that a restore opened again ends once more.
    const ends = logbook.having(id, seq ?? 0, at).filter(({ streams }) => streams.ends.has(seq ?? 0)).length;
    if (told > Math.max(1, ends) && page.session() >= 0) say('heard once', `${name} was told ${told} times`);
    if (mine) say('news of others', `${name} is one's own`);
    if (page.session() >= 0 && !client.messages.peek().some((row) => row.id === id))
      say('told after commit', `${name} is not on the screen`);
  });

  const isShownNow = ({ id, content }: TimelineItem) => {
    if (page.session() < 0 || !ON_SCREEN.includes(content.kind)) return;
    // What another tab wrote for a conversation that this one does not show stands in the outbox.
    if (![...client.messages.peek(), ...client.outbox.peek()].some((row) => row.id === id))
      say('told after commit', `${id} is not on the screen`);
  };
  client.on('message:sent', isShownNow);
  client.on('message:failed', isShownNow);

  /** Of a visitor whom an account has claimed, the tab that learns of it first shows what nobody took along. */
  const failedBeside = (id: string): boolean =>
    page.profile.pages.some(
      (other) =>
        other.life.alive() && other.client.outbox.peek().some((row) => row.id === id && row.status === 'failed'),
    );

  /** Own ops: always there, never backwards. */
  const lookAtOps = (rows: readonly TimelineItem[], next: Range) => {
    const byId = new Map<string, TimelineItem>();
    for (const row of rows) if (row.mine) byId.set(row.id, row);
    const session = page.session();
    const waiting = new Map(client.outbox.peek().map((row) => [row.id, row]));
    for (const op of ledger.ofProfile(page.profile)) {
      const row = byId.get(op.id);
      if (op.page === page) {
        op.unsaved = waiting.get(op.id)?.unsaved ?? false;
        op.seen ||= op.session === session && !waiting.has(op.id) && logbook.recorded(op.id);
        // It was already on its way here as an event when a restore took it from the log.
        if (op.seen && !logbook.place(op.id) && (row?.seq || !ON_SCREEN.includes(op.kind))) op.over ||= TAKEN_BACK;
      } else if (waiting.get(op.id)?.status === 'failed') op.apart ||= op.fragile && !page.profile.commons;
      // What a dead tab wrote is another's to show.
      else if (row?.seq !== undefined) op[op.page.life.alive() ? 'seenBeside' : 'seen'] = true;
    }
    for (const op of ledger.of(page)) {
      if (op.session !== session || session < 0) continue;
      const row = byId.get(op.id);
      if (!row) {
        ranks.delete(op.id);
        if (op.over || op.discards || op.claimed || !ON_SCREEN.includes(op.kind)) continue;
        const at = logbook.place(op.id);
        const elsewhere = at && (at.conversation !== next.version?.conversation || at.seq < next.from);
        if (!elsewhere && !failedBeside(op.id)) say('on the author’s screen', `${op.text} (${op.id}) is gone`);
        continue;
      }
      const rank = row.seq === undefined ? RANK[row.status ?? 'sent'] : 2;
      const before = ranks.get(op.id) ?? 0;
      // Written again elsewhere it may still stand here as failed for a while.
      if (before === AGAIN && rank === 3) continue;
      if (rank < before && before !== 3 && logbook.restores() === ranked.get(op.id))
        say('status never goes back', `${op.text}: ${before} to ${row.status}`);
      if (before === 3 && rank !== 3) say('failed stays failed', `${op.text} is ${row.status} again`);
      if (rank === 3) reach(`op ${row.status}`);
      if (rank !== before) ranked.set(op.id, logbook.restores());
      ranks.set(op.id, rank);
    }
  };

  /** What was visible and is gone was taken by a restore or a trim, and the page said so. */
  const lookAtLosses = (rows: readonly TimelineItem[], next: Range) => {
    const told = reported;
    reported = 0;
    const { version } = range;
    if (!version || version.conversation !== next.version?.conversation) return;
    // Mostly every row stands where it stood.
    const moved = shown.filter(({ key }, n) => rows[n]?.key !== key);
    if (moved.length === 0) return;
    const now = new Set(rows.map(({ key }) => key));
    const gone = moved.filter((row) => row.seq !== undefined && row.seq >= next.from && !now.has(row.key));
    if (gone.length > told)
      say('losses are reported', `${gone.length} rows are gone, ${told} reported: ${gone[0]?.seq} ${gone[0]?.id}`);
  };

  const lookAtScreen = () => {
    const rows = client.messages.peek();
    // Out of the back/forward cache a page stays blank until it knows whose it is.
    if (!rows.length && world.now() - page.cameBack() < BLANK_MS) {
      dirty = true;
      return;
    }
    // What was wiped while it stood there must not come back with it (rule 12).
    const texts = wiped();
    const ghost =
      texts?.size &&
      rows.find(
        ({ content }) =>
          (texts.get(String((content.body as { text?: string }).text))?.at ?? Infinity) < page.cameBack(),
      );
    if (ghost) say('nothing readable after the wipe', `${ghost.id} is on the screen`);
    const next = readScreen(rows, logbook);
    if (typeof next === 'string') {
      say('a gapless range of the log', next);
      return;
    }
    // Whoever takes or gives a conversation stands on the screen: the last row says who speaks.
    const speaks = next.version?.rules.modeAt(next.to);
    const { mode } = client.handoff.peek();
    if (speaks && speaks !== mode) say('who serves', `${mode} instead of ${speaks} at ${next.to}`);
    lookAtOps(rows, next);
    growing = lookAtStreams(rows);
    lookAtLosses(rows, next);
    const me = client.principal.peek()?.id;
    // Until it is reset a page shows an earlier generation, in which a claim stood that a restore took back.
    const first = rows.find(({ seq }) => seq !== undefined);
    const having = first ? logbook.having(first.id, first.seq ?? 0, first.at) : [];
    const whose = having.flatMap(({ subject, formerly }) => [subject, formerly]);
    if (next.version && me && page.session() >= 0 && !whose.includes(me))
      say('one’s own conversation', `${me} reads ${next.version.conversation} of ${next.version.subject}`);
    range = next;
    shown = rows;
  };

  return {
    range: () => range,
    rows: () => shown,
    progress() {
      quietSince = world.now();
    },
    again: (id) => void ranks.set(id, AGAIN),
    reset() {
      ranks.clear();
      received.clear();
      shown = [];
      range = EMPTY;
      dirty = true;
    },
    look(clock) {
      if (!(clock || dirty)) return;
      if (!life.alive() || life.frozen()) {
        quietSince = world.now();
        return;
      }
      if (dirty && !page.cached()) {
        dirty = false;
        lookAtScreen();
      }
      if (world.now() - quietSince < STALLED_MS) return;
      quietSince = world.now();
      const waits = client.outbox.peek().some(({ status }) => status === 'queued' || status === 'sending');
      if (waits && online()) say('stalled is not connected', 'no progress for 36 s');
    },
  };
}
