import { batch } from '@preact/signals-core';
import type { Room } from '../conversation/room.ts';
import { type Entry, move } from '../outbox/entry.ts';
import { expire } from '../outbox/expiry.ts';
import { deletions } from '../outbox/outbox.ts';
import type { Ack, ChatEvent, Events, Reset, ServerFrame, SignalFrame, Welcome } from '../protocol/index.ts';
import { applyEvents, nextEvents } from '../replica/apply.ts';
import { isBehind } from '../replica/conversation-log.ts';
import { applyReset, countGone } from '../replica/reset.ts';
import { foldInbox } from '../view/fold-inbox.ts';
import { rowOf } from '../view/fold-timeline.ts';
import { isMessage, isMine } from '../view/reader.ts';
import type { Parts } from './parts.ts';
import { createRefusal } from './refusal.ts';

/** How long a client that is behind waits for events before it says hello again; doubled while nothing comes. */
const BEHIND_MS = 1_500;
const BEHIND_MOST_MS = 30_000;

/** The session's ear. */
export interface Receiver {
  frame(frame: ServerFrame): Promise<void> | void;
  /** The link is gone: what it promised is void. */
  lost(): void;
}

/** Takes the frames of a session one after the other, in the order in which they came. */
export function createReceiver(parts: Parts): Receiver {
  const { env, outbox, window, shelf, link, watchdog, emit, reader, commit } = parts;
  const agent = parts.identity.kind === 'agent';
  const refuse = createRefusal(parts);
  /** The conversations whose replay this session waits for. */
  let replayed: readonly Room[] = [];
  let sendWindow = 0;
  let wait = BEHIND_MS;
  let cancelWait: (() => void) | undefined;

  const progress = () => {
    watchdog.progress();
    wait = BEHIND_MS;
    cancelWait?.();
    cancelWait = undefined;
  };
  /** Behind the heads and no progress: hello again (rule 5). */
  const resync = () => {
    if (cancelWait || !shelf.all().some(({ log }) => isBehind(log))) return;
    cancelWait = env.timer(() => {
      cancelWait = undefined;
      wait = Math.min(2 * wait, BEHIND_MOST_MS);
      link.hello();
      resync();
    }, wait);
  };
  /** After a replay: judges what is too old, then sends (rule 8). */
  const settle = async () => {
    resync();
    if (!sendWindow || replayed.some(({ log }) => isBehind(log))) return;
    const limit = sendWindow;
    sendWindow = 0;
    await outbox.save(expire(outbox.entries.peek(), env));
    window.open(limit);
    parts.showPage();
  };

  const head = (room: Room | undefined, seq: number) => {
    if (room) room.log.head = Math.max(room.log.head, seq);
  };

  const welcome = (frame: Welcome) => {
    batch(() => {
      parts.principal.value = frame.principal ?? null;
      parts.shop.value = frame.shop;
      replayed = [];
      if (agent) return;
      for (const { conversation, epoch, head: newest } of frame.conversations) {
        const room = shelf.enter(conversation);
        const { log } = room;
        replayed = [...replayed, room];
        // What another device wrote before this one looked is history here, not news.
        log.quiet ??= newest;
        // Numbers of another epoch say nothing: behind, until the reset comes.
        log.head = (log.epoch ?? epoch) === epoch ? newest : Number.POSITIVE_INFINITY;
      }
    });
    if (agent) for (const room of shelf.all()) parts.watch(room, true);
    // An op was written since that hello: the server must know by whom.
    else if (!frame.principal && parts.credentials.secret) link.hello();
    if (frame.principal) sendWindow = frame.limits.sendWindow;
    return settle();
  };

  const ack = async ({ conversation, id, epoch, seq }: Ack) => {
    const entry = outbox.get(id);
    window.answered(id);
    const room = shelf.find(conversation);
    // An ack counts only in its epoch (rule 4).
    if (room?.log.epoch !== undefined && room.log.epoch !== epoch) return link.hello();
    head(room, seq);
    watchdog.progress();
    // From now on the conversation exists there, and the next hello names it.
    if (room && room.log.epoch === undefined) {
      room.log.epoch = epoch;
      parts.showPage();
    }
    if (entry && room && seq <= room.log.seq) {
      // It had been in the log before it was sent again.
      await outbox.remove([entry]);
    } else if (entry) outbox.put([move(entry, 'ack', { ack: { epoch, seq } })]);
    window.pump();
    resync();
  };

  const own = (events: readonly ChatEvent[]): readonly Entry[] => {
    const ids = new Set(events.filter((event) => isMine(reader(), event.from)).map((event) => event.id));
    return outbox.entries.peek().filter((entry) => ids.has(entry.id));
  };

  const tell = (room: Room, events: readonly ChatEvent[]) => {
    for (const event of events) {
      const row = rowOf(event, reader());
      if (!row.mine && isMessage(reader(), row.content) && event.seq > (room.log.quiet ?? 0))
        emit('message:received', row);
    }
  };

  const events = async (room: Room, frame: Events) => {
    const { log } = room;
    const fresh = nextEvents(log, frame);
    if (fresh === 'gap') {
      head(room, frame.events.at(-1)?.seq ?? 0);
      // Once at once; should that not help, then with the patience of the timer.
      if (!cancelWait) link.hello();
      return resync();
    }
    if (!fresh.length) return settle();
    const gone = own(fresh);
    await applyEvents(log, frame, fresh, deletions(gone), commit);
    log.quiet ??= log.seq;
    progress();
    batch(() => {
      outbox.put([], gone);
      room.grown(fresh);
    });
    tell(room, fresh);
    window.pump();
    return settle();
  };

  const reset = async (room: Room, frame: Reset) => {
    const { log } = room;
    const lost = countGone(log.events, frame);
    const mine = outbox.entries.peek().filter((entry) => entry.conversation === log.id);
    const found = new Set(own(frame.events));
    const oldest = frame.events[0]?.seq ?? frame.head + 1;
    // Acked before the page begins, in this epoch: it is in the log, further up.
    const gone = mine.filter(
      (entry) => found.has(entry) || (entry.ack?.epoch === frame.epoch && entry.ack.seq < oldest),
    );
    await applyReset(log, frame, deletions(gone), commit);
    log.quiet = Math.max(log.quiet ?? 0, log.seq);
    progress();
    batch(() => {
      outbox.put(
        mine.map((entry) => move(entry, 'lost')),
        gone,
      );
      room.redrawn();
    });
    if (lost) emit('history-reset', lost);
    window.again();
    return settle();
  };

  const signal = (frame: SignalFrame) => {
    const room = frame.conversation ? shelf.find(frame.conversation) : shelf.current.peek();
    if (frame.name === 'inbox') parts.inbox.value = foldInbox(parts.inbox.peek(), frame.body);
    else if (frame.name === 'presence') {
      const shop = parts.shop.peek();
      if (shop) parts.shop.value = { ...shop, agents: frame.body.agents };
    } else if (frame.name === 'typing') {
      if (frame.from && !isMine(reader(), frame.from)) room?.typists.heard(frame.from, frame.body.on);
    } else if (frame.name === 'page') {
      if (room) room.page.value = frame.body;
    } else if (frame.name === 'queue' && room) room.queue.value = frame.body;
  };

  const take = (frame: ServerFrame): Promise<void> | void => {
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
        if (frame.nonce) return parts.older.refused(frame.nonce);
        return env.log('warn', 'refused', { code: frame.code });
      case 'events':
      case 'reset': {
        // Agents read what they asked for; a shopper's conversation may come into being on another device.
        const room = agent
          ? shelf.find(frame.conversation)
          : (shelf.find(frame.conversation) ?? shelf.enter(frame.conversation));
        if (!room) return;
        if (frame.t === 'reset') return reset(room, frame);
        return frame.nonce ? parts.older.page(room, frame) : events(room, frame);
      }
      case 'signal':
        return signal(frame);
      case 'ping':
        for (const [id, seq] of Object.entries(frame.heads)) {
          if (shelf.find(id)) head(shelf.find(id), seq);
          else if (!agent) link.hello();
        }
        return resync();
      case 'auth-soon':
        return void parts.reauth().catch(() => {});
    }
  };

  return {
    frame: take,
    lost() {
      sendWindow = 0;
      cancelWait?.();
      cancelWait = undefined;
      window.close();
    },
  };
}
