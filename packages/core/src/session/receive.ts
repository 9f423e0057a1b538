import { batch } from '@preact/signals-core';
import type { Room } from '../conversation/room.ts';
import { createAlarm } from '../env/alarm.ts';
import { type Entry, isPending, move } from '../outbox/entry.ts';
import { deletions } from '../outbox/outbox.ts';
import type { Ack, ChatEvent, Events, Reset, ServerFrame, SignalFrame, Welcome } from '../protocol/index.ts';
import { applyEvents, nextEvents } from '../replica/apply.ts';
import { isBehind } from '../replica/conversation-log.ts';
import { isMine, isNews } from '../view/reader.ts';
import type { Answers } from './answers.ts';
import type { Parts } from './parts.ts';
import { gatherStrays } from './strays.ts';

/** How long a client that is behind waits for events before it says hello again; doubled while nothing comes. */
const BEHIND_MS = 1_500;
const BEHIND_MOST_MS = 30_000;

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
  const { env, agent, outbox, window, shelf, link, progress, emit, me } = parts;
  const { rooms } = shelf;
  let answers: Answers | undefined;
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
    // It may be too old, or another tab was told since what became of it. Nor does what waits wait for a part that cannot
    // be fetched.
    if (outbox.entries.peek().length)
      await parts.seldom().then(
        (late) => late.review(parts),
        () => {},
      );
    const current = shelf.current.peek();
    if (current && !agent) await gatherStrays(parts, current);
    // None, where the link has gone meanwhile.
    window.open(sendWindow);
    sendWindow = 0;
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
    progress.value++;
    wait = BEHIND_MS;
    patience.stop();
    batch(() => {
      outbox.put(changed, gone);
      room.show(events);
    });
  };

  const welcome = async ({ principal, shop, conversations, limits, claimed }: Welcome) => {
    await parts.identity.answered?.(claimed);
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
        log.head = (log.epoch ?? epoch) === epoch ? newest : log.seq + 1;
      }
    });
    agent?.welcomed(rooms.values());
    parts.join();
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
    progress.value++;
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

  const seldom = async () => {
    const late = await parts.seldom();
    answers ??= late.createAnswers(parts);
    return answers;
  };

  const own = (events: readonly ChatEvent[]): readonly Entry[] =>
    outbox.entries.peek().filter(({ id }) => events.some((event) => event.id === id && isMine(me(), event.from)));

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
      const apply = fresh.some(({ kind }) => kind === 'retracted')
        ? (await parts.seldom()).applyTakenBack
        : applyEvents;
      await apply(log, frame, fresh, deletions(gone), parts.commit);
      log.quiet ??= log.seq;
      show(room, fresh, [], gone);
      const { rows } = room.view.peek();
      // What is said in a conversation that is over, and is not on the screen, is no news.
      const shown = agent || room === shelf.current.peek();
      for (const { kind, body, seq } of shown ? fresh : []) {
        const row = rows.findLast((one) => one.seq === (kind === 'final' ? body['of'] : seq));
        if (row && !body['streaming'] && isNews(row) && seq > log.quiet) emit('message:received', row);
      }
      window.pump();
    }
    return settle();
  };

  const reset = async (room: Room, frame: Reset) => {
    const { again, gone, lost } = await (await parts.seldom()).replaceLog(parts, room, frame, own);
    show(room, undefined, again, gone);
    if (lost) emit('history-reset', lost);
    window.pump();
    return settle();
  };

  const signal = (frame: SignalFrame) => {
    const { name, body } = frame;
    const room = frame.conversation ? rooms.get(frame.conversation) : shelf.current.peek();
    if (name === 'delta' || name === 'typing') {
      if (room)
        parts.live(room).then(
          (live) => live.heard(frame),
          () => {},
        );
    } else if (name === 'presence') {
      parts.shop.value &&= { ...parts.shop.value, agents: body.agents };
    } else if (name !== 'queue') agent?.signal(frame);
    else if (room) room.queue.value = body;
  };

  return {
    async loadOlder(room) {
      await (await seldom()).older.load(room);
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
          return seldom().then((late) => late.refuse(frame));
        case 'events':
        case 'reset': {
          const { conversation } = frame;
          // Agents read what they asked for; a shopper's conversation may come into being on another device,
          // and the one that it knows goes before one that is known here alone.
          const known = rooms.get(conversation);
          const stays =
            agent ||
            known?.view.peek().serving.mode === 'closed' ||
            (known?.log.epoch && shelf.current.peek()?.log.epoch);
          // One that is over comes for what was written for it, and takes no other's place.
          const room = stays
            ? known
            : (frame as Partial<Reset>).serving?.mode === 'closed'
              ? shelf.room(conversation)
              : shelf.enter(conversation);
          if (!room) return;
          if (frame.t === 'reset') return reset(room, frame);
          return frame.nonce ? answers?.older.page(room, frame) : events(room, frame);
        }
        case 'signal':
          return signal(frame);
        case 'ping':
          for (const [id, seq] of Object.entries(frame.heads)) {
            const room = rooms.get(id);
            head(room, seq);
            if (!agent && !room) link.hello();
          }
          return resync();
        case 'auth-soon':
          parts.reauth().catch(() => {});
      }
    },
  };
}
