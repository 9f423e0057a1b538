import { batch } from '@preact/signals-core';
import type { Older } from '../conversation/older.ts';
import type { Room } from '../conversation/room.ts';
import { createAlarm } from '../env/alarm.ts';
import { lazy } from '../env/lazy.ts';
import { warn } from '../env/warn.ts';
import { type Entry, isPending, isStopped, move } from '../outbox/entry.ts';
import { expire } from '../outbox/expiry.ts';
import { deletions } from '../outbox/outbox.ts';
import type { Ack, ChatEvent, Events, Reset, ServerFrame, SignalFrame, Welcome } from '../protocol/index.ts';
import { applyEvents, nextEvents } from '../replica/apply.ts';
import { isBehind } from '../replica/conversation-log.ts';
import { applyReset, countGone } from '../replica/reset.ts';
import { rowOf } from '../view/fold-timeline.ts';
import { isMine, isNews, isRow } from '../view/reader.ts';
import type { Parts } from './parts.ts';
import { createRefusal } from './refusal.ts';

/** How long a client that is behind waits for events before it says hello again; doubled while nothing comes. */
const BEHIND_MS = 1_500;
const BEHIND_MOST_MS = 30_000;

/** What is only needed to read back. */
export const olderPart = lazy(() => import('../conversation/older.ts'));

/** The session's ear. */
export interface Receiver {
  frame(frame: ServerFrame): Promise<void> | void;
  /** The link is gone: what it promised is void. */
  lost(): void;
  /** Asks for a page of history. */
  loadOlder(room: Room): Promise<void>;
}

/** Takes the frames of a session one after the other, in the order in which they came. */
export function createReceiver(parts: Parts): Receiver {
  const { env, agent, outbox, window, shelf, link, watchdog, emit, me, commit } = parts;
  const { rooms } = shelf;
  const refuse = createRefusal(parts);
  let older: Older | undefined;
  const patience = createAlarm(env);
  /** The conversations whose replay this session waits for. */
  let replayed: Room[] = [];
  let sendWindow = 0;
  let wait = BEHIND_MS;

  /** Behind the heads and no progress: hello again (rule 5). */
  const resync = () => {
    if (patience.waits() || ![...rooms.values()].some(isBehind)) return;
    patience.set(() => {
      wait = Math.min(2 * wait, BEHIND_MOST_MS);
      link.hello();
      resync();
    }, wait);
  };
  /** After a replay: judges what is too old, then sends (rule 8). */
  const settle = async () => {
    resync();
    if (!sendWindow || replayed.some(isBehind)) return;
    const limit = sendWindow;
    sendWindow = 0;
    await outbox.save(expire(outbox.entries.peek(), env));
    window.open(limit);
    parts.showPage();
  };
  const head = (room: Room | undefined, seq: number) => {
    if (room) room.log.head = Math.max(room.log.head, seq);
  };
  /** Shows what was committed. */
  const show = (
    room: Room,
    events: readonly ChatEvent[] | undefined,
    changed: readonly Entry[],
    gone: readonly Entry[],
  ) => {
    watchdog.progress();
    wait = BEHIND_MS;
    patience.stop();
    batch(() => {
      outbox.put(changed, gone);
      room.show(events);
    });
  };

  const welcome = ({ principal, shop, conversations, limits }: Welcome) => {
    batch(() => {
      parts.principal.value = principal ?? null;
      parts.shop.value = shop;
      replayed = [];
      for (const { conversation, epoch, head: newest } of agent ? [] : conversations) {
        const room = shelf.enter(conversation);
        const { log } = room;
        replayed.push(room);
        // What another device wrote before this one looked is history here, not news.
        log.quiet ??= newest;
        // Numbers of another epoch say nothing: behind, until the reset comes.
        log.head = (log.epoch ?? epoch) === epoch ? newest : Number.POSITIVE_INFINITY;
      }
    });
    agent?.welcomed(rooms.values());
    if (principal) sendWindow = limits.sendWindow;
    // An op was written since that hello: the server must know by whom.
    else if (parts.credentials.secret) link.hello();
    return settle();
  };

  const ack = async ({ conversation, id, epoch, seq }: Ack) => {
    const entry = outbox.get(id);
    const room = rooms.get(conversation);
    const log = room?.log;
    // An ack counts only in its epoch (rule 4).
    if ((log?.epoch ?? epoch) !== epoch) return link.hello();
    head(room, seq);
    watchdog.progress();
    // From now on the conversation exists there, and the next hello names it.
    if (log && !log.epoch) {
      log.epoch = epoch;
      parts.showPage();
    }
    // It had been in the log before it was sent again.
    if (entry && log && seq <= log.seq) await outbox.save([], [entry]);
    else if (entry && isPending(entry)) outbox.put([move(entry, 'sent', { ack: { epoch, seq } })]);
    window.pump();
    resync();
  };

  const own = (events: readonly ChatEvent[]): readonly Entry[] => {
    const ids = new Set(events.filter(({ from }) => isMine(me(), from)).map(({ id }) => id));
    return outbox.entries.peek().filter(({ id }) => ids.has(id));
  };

  const events = async (room: Room, frame: Events) => {
    const { log } = room;
    const fresh = nextEvents(log, frame);
    if (!fresh) {
      head(room, frame.events.at(-1)?.seq ?? 0);
      // Once at once; should that not help, then with the patience of the timer.
      if (!patience.waits()) link.hello();
      return resync();
    }
    if (fresh.length) {
      const gone = own(fresh);
      await applyEvents(log, frame, fresh, deletions(gone), commit);
      log.quiet ??= log.seq;
      show(room, fresh, [], gone);
      for (const row of fresh.map((event) => rowOf(event, me())))
        if (isRow(me(), row.content) && isNews(row) && Number(row.seq) > log.quiet) emit('message:received', row);
      window.pump();
    }
    return settle();
  };

  const reset = async (room: Room, frame: Reset) => {
    const { log } = room;
    const lost = countGone(log.events, frame);
    const mine = outbox.entries.peek().filter((entry) => entry.conversation === log.id);
    const found = own(frame.events);
    const oldest = frame.events[0]?.seq ?? frame.head + 1;
    // Acked before the page begins, in this epoch: it is in the log, further up.
    const gone = mine.filter(
      (entry) => found.includes(entry) || (entry.ack?.epoch === frame.epoch && entry.ack.seq < oldest),
    );
    await applyReset(log, frame, deletions(gone), commit);
    log.quiet = Math.max(log.quiet ?? 0, log.seq);
    const again = mine.filter((entry) => !isStopped(entry)).map((entry) => move(entry, 'queued'));
    show(room, undefined, again, gone);
    if (lost) emit('history-reset', lost);
    window.pump();
    return settle();
  };

  const signal = (frame: SignalFrame) => {
    const { name, body, from } = frame;
    const room = frame.conversation ? rooms.get(frame.conversation) : shelf.current.peek();
    if (name === 'typing') {
      if (room && from && !isMine(me(), from))
        parts.live(room).then(
          (live) => live.heard(frame),
          () => {},
        );
    } else if (name === 'presence') {
      const shop = parts.shop.peek();
      if (shop) parts.shop.value = { ...shop, agents: body.agents };
    } else if (name !== 'queue') agent?.signal(frame);
    else if (room) room.queue.value = body;
  };

  return {
    async loadOlder(room) {
      const { createOlder } = await olderPart();
      older ??= createOlder(env, link, commit);
      await older.load(room);
    },
    lost() {
      sendWindow = 0;
      patience.stop();
      window.close();
    },
    frame(frame) {
      switch (frame.t) {
        case 'welcome':
          return welcome(frame);
        case 'ack':
          return ack(frame);
        case 'nack':
          if (frame.id) {
            watchdog.progress();
            return refuse(frame);
          }
          warn(env, 'refused', frame);
          return older?.done(frame.nonce);
        case 'events':
        case 'reset': {
          const { conversation } = frame;
          // Agents read what they asked for; a shopper's conversation may come into being on another device.
          const room = rooms.get(conversation) ?? (agent ? undefined : shelf.enter(conversation));
          if (!room) return;
          if (frame.t === 'reset') return reset(room, frame);
          return frame.nonce ? older?.page(room, frame) : events(room, frame);
        }
        case 'signal':
          return signal(frame);
        case 'ping':
          for (const [id, seq] of Object.entries(frame.heads)) {
            head(rooms.get(id), seq);
            if (!agent && !rooms.has(id)) link.hello();
          }
          return resync();
        case 'auth-soon':
          return void parts.reauth().catch(() => {});
      }
    },
  };
}
