import { batch, effect, signal } from '@preact/signals-core';
import type { ClientOptions } from '../client-options.ts';
import { createAlarm } from '../env/alarm.ts';
import { storeName } from '../identity/identity.ts';
import { type Entry, isPending, isStopped, move } from '../outbox/entry.ts';
import { newId } from '../protocol/index.ts';
import type { Gate } from '../session/parts.ts';
import type { Session } from '../session/session.ts';
import { createLook } from './create-look.ts';
import { followedOlder } from './followed-older.ts';
import { createGroup } from './group.ts';
import { createGuard } from './guard.ts';
import { type Hint, type LeaderState, NAMES } from './hint.ts';
import { keepDraft } from './keep-draft.ts';
import { keepNewest } from './keep-newest.ts';
import { createLeaderLock } from './leader-lock.ts';
import { isAhead, leaderState, showLeader } from './leader-state.ts';
import { needsOwn } from './needs-own.ts';
import { readRows } from './read-rows.ts';
import { heedStopped, newlyFailed } from './stopped-hint.ts';

/** The leading tab is heard so often; one that looks asks after this silence, waits a little, then steals (rule 10). */
const BEAT_MS = 2_000;
const SILENCE_MS = 6_000;
const ANSWER_MS = 1_500;

/**
 * Lets one tab of a browser profile hold the link for all that show the same identity, and the others follow it by
 * reading the store (rule 10). From the call on it is the session's gate. Without locks, and where nothing can be
 * stored, every tab keeps its own link and looks into the store when it becomes visible. Called again it does nothing.
 */
export function joinTabs(session: Session, options: ClientOptions): void {
  if (session.gate !== session.link || session.env.ended()) return;
  const { env, link, outbox, shelf, credentials, identity, followed, leads, queue } = session;
  const { locks, lifecycle } = options.env;
  const name = NAMES + storeName(options.shop, identity);
  const tab = options.env.channel ? newId(env.random) : '';
  const guard = createGuard(session.commit, () => stepDown());
  const silence = createAlarm(env);
  const beat = createAlarm(env);
  const ends: (() => void)[] = [];
  const fetchOlder = session.loadOlder;
  /** The store does not hold what the other tabs show. */
  const lost = signal(false);
  let mode: 'alone' | 'leads' | 'follows' = 'alone';
  let wanted = link.state.peek().state !== 'idle';
  let looking = true;
  /** The version of the store that was read last, and when to tell again that something is stored. */
  let read = '';
  let version = 0;
  let again = 0;
  let last: LeaderState | undefined;
  let telling = false;
  let written = outbox.entries.peek();

  const group = createGroup(options.env, name, (hint) => void (env.ended() || hear(hint)));
  const drafts = keepDraft(session, () => group.post({ t: 'stored' }));
  const lock = locks && options.env.channel && createLeaderLock(locks, name, () => void lead(), stepDown);
  const standsAlone = (): boolean => lost.value || needsOwn(session);

  const look = createLook(
    session,
    async () => {
      const leader = last;
      const gone = await guard.reading(() => readRows(session, drafts, mode === 'alone' ? undefined : leader));
      lost.value = gone || (mode !== 'leads' && isAhead(leader, shelf));
    },
    () => {
      read = '';
    },
  );

  /** Tells how the link stands, once for all that changed in one turn. */
  const tell = () => {
    if (mode !== 'leads' || telling) return;
    telling = true;
    void Promise.resolve().then(() => {
      telling = false;
      if (mode !== 'leads') return;
      group.post(leaderState(session, { tab, generation: guard.generation, version, hidden: !looking }));
    });
  };
  const keepTelling = () => {
    tell();
    beat.set(keepTelling, BEAT_MS);
  };

  /** Waits for a sign of the one who leads; without any it is stolen from. */
  const listen = () => {
    if (!lock || !wanted || mode === 'leads' || standsAlone()) return;
    lock.wait();
    silence.set(() => {
      if (looking) ask();
    }, SILENCE_MS);
  };
  const ask = () => {
    group.post({ t: 'who' });
    silence.set(() => lock?.steal(), ANSWER_MS);
  };

  async function lead() {
    silence.stop();
    const before = mode;
    mode = 'leads';
    await guard.lead(last?.generation ?? 0, credentials.stored);
    // What the last one stored is shown before this tab speaks for all.
    if (before === 'follows') await look();
    if (mode !== 'leads' || env.ended()) return;
    // From here on nobody but the server says which conversation is the shopper's.
    last = undefined;
    standAlone(before);
    if (wanted) link.start();
    keepTelling();
  }
  /** Shows the own link. What the other one was sending is sent again: a repeat is an ack. */
  function standAlone(before: typeof mode) {
    batch(() => {
      if (before === 'follows') {
        const open = outbox.entries.peek().filter(isPending);
        outbox.put(open.map((entry) => move(entry, 'queued')));
        for (const room of shelf.rooms.values()) room.typing.value = [];
      }
      followed.value = undefined;
      leads.value = true;
    });
  }

  /** Keeps no link, and shows the one of another tab. */
  function follow(state: LeaderState) {
    batch(() => {
      if (mode !== 'follows') link.stop();
      mode = 'follows';
      showLeader(session, state);
    });
  }
  /** Another tab leads now. */
  function stepDown() {
    if (mode !== 'leads') return;
    mode = 'follows';
    beat.stop();
    guard.follow();
    lock?.letGo();
    batch(() => {
      followed.value = { state: 'connecting' };
      leads.value = false;
      link.stop();
    });
    listen();
    group.post({ t: 'who' });
  }
  /** On its own: neither leads nor follows. */
  function part() {
    const before = mode;
    mode = 'alone';
    silence.stop();
    beat.stop();
    guard.follow();
    lock?.letGo();
    standAlone(before);
    if (wanted) link.start();
  }

  /** Whoever leads may not know of what waits here, or cannot read it: it is told once a beat, not at each of its answers. */
  function tellWaiting({ delivery }: LeaderState) {
    const unknown = (entry: Entry) => !entry.unsaved && !isStopped(entry) && !delivery[entry.id];
    if (mode !== 'follows' || env.monotonic() < again || !outbox.entries.peek().some(unknown)) return;
    again = env.monotonic() + BEAT_MS;
    group.post({ t: 'stored' });
  }

  function hear(hint: Hint) {
    switch (hint.t) {
      case 'leads':
        if (mode === 'leads') {
          if (hint.generation > guard.generation) stepDown();
          return;
        }
        last = hint;
        if (`${hint.tab} ${hint.version}` !== read) {
          read = `${hint.tab} ${hint.version}`;
          void look(session.started() || !!hint.conversation).then(() => {
            if (!last || mode !== 'follows') return;
            showLeader(session, last);
            tellWaiting(last);
          });
        } else tellWaiting(hint);
        leads.value = false;
        if (!wanted || standsAlone()) return;
        follow(hint);
        listen();
        if (hint.hidden && looking) group.post({ t: 'who' });
        return;
      case 'who':
        if (mode !== 'leads') return;
        tell();
        if (!looking && wanted) stepDown();
        return;
      case 'stored': {
        const before = version; // What was known already is no news to anybody.
        return void look(true).then(() => before !== version && tell());
      }
      case 'stopped':
        return heedStopped(session, hint);
      case 'signal':
        if (mode === 'leads') link.send(hint.frame);
        return;
      case 'older': {
        const room = shelf.rooms.get(hint.conversation);
        if (mode === 'leads' && room) void fetchOlder(room).then(tell, () => {});
        return;
      }
      case 'wiped':
        if (hint.install !== credentials.install) return;
        if (!hint.claimed) return void session.gone(false);
        session.seldom().then(
          ({ beginAnew }) => beginAnew(session, false),
          () => session.gone(false),
        );
    }
  }

  const gate: Gate = {
    start() {
      wanted = true;
      group.enter();
      if (mode === 'follows') return;
      link.start();
      listen();
      if (mode === 'alone') group.post({ t: 'who' });
    },
    stop(leaving) {
      wanted = false;
      drafts.flush();
      part();
      link.stop();
      if (!leaving) return;
      group.leave();
      if (!env.ended()) return;
      drafts.end();
      for (const end of ends) end();
    },
    send(frame) {
      if (mode !== 'follows') link.send(frame);
      else if (frame.t === 'signal') group.post({ t: 'signal', frame });
    },
    wake(event) {
      looking = true;
      group.enter();
      void look();
      if (mode !== 'follows') link.wake(event);
      else if (silence.waits()) group.post({ t: 'who' });
      else ask();
      tell();
    },
  };

  session.loadOlder = followedOlder({ queue, env, loadOlder: fetchOlder }, group, () =>
    mode === 'follows' ? last : undefined,
  );
  session.commit = guard.commit;
  session.gate = gate;

  ends.push(
    keepNewest(session, () => mode === 'follows'),
    lifecycle.on((event) => {
      if (event !== 'hidden') return;
      looking = false;
      drafts.flush();
      tell();
    }),
    effect(() => {
      if (!tab) return;
      const { value } = outbox.entries;
      const room = shelf.current.value;
      void room?.messages.value;
      version++;
      if (mode === 'follows') {
        const fresh = value.filter(({ tried }) => !tried);
        // Whoever leads may have sent it by now.
        if (fresh.length)
          void Promise.resolve().then(() => outbox.put(fresh.map((entry) => ({ ...entry, tried: true }))));
      }
      if (mode !== 'leads' && value !== written && !guard.busy) group.post({ t: 'stored' });
      for (const stopped of newlyFailed(written, value)) group.post(stopped);
      written = value;
    }),
    effect(() => {
      if (tab) leaderState(session, { tab, generation: 0, version: 0, hidden: false });
      tell();
    }),
    effect(() => {
      if (!lock) return;
      if (standsAlone()) {
        if (mode !== 'alone' || lock.held()) part();
      } else if (!silence.waits()) listen();
    }),
  );
  group.enter();
  if (wanted) gate.start();
}
