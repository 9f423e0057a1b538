import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Connection } from '../client.ts';
import type { ClientOptions } from '../client-options.ts';
import type { Room } from '../conversation/room.ts';
import { createShelf } from '../conversation/shelf.ts';
import type { Emit } from '../emitter.ts';
import { ChatError } from '../env/chat-error.ts';
import { lazy } from '../env/lazy.ts';
import { scopeOf } from '../env/scope.ts';
import { warn } from '../env/warn.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { type Credentials, INSTALL, isOurs } from '../identity/visitor-secret.ts';
import { createLink } from '../link/link.ts';
import { createWatchdog } from '../link/watchdog.ts';
import { type EntryRow, isPending } from '../outbox/entry.ts';
import { AGE_MS } from '../outbox/expiry.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createSendWindow } from '../outbox/send-window.ts';
import { newId, type PageSignal, type Participant } from '../protocol/index.ts';
import { cursorOf } from '../replica/conversation-log.ts';
import { loadStore } from '../replica/load.ts';
import type { Commit } from '../stores/commit.ts';
import { lateStore } from '../stores/late-store.ts';
import { serial } from '../stores/serial.ts';
import type { AgentSide, Parts } from './parts.ts';
import { createReceiver, type Receiver } from './receive.ts';
import { createWriter, type Writer } from './writer.ts';

/** What is only needed while somebody writes. */
export const livePart = lazy(() => import('../signals/live.ts'));

/** What most sessions never need. */
export const seldomPart = lazy(() => import('./seldom.ts'));

/** How often and how long apart a store that cannot be read is asked who it belongs to, while the page stays blank. */
const REVIVE_TRIES = 5;
const REVIVE_MS = 1_000;

/** Everything of one identity: its store, its outbox, its conversations and its link. */
export interface Session extends Parts, Writer, Pick<Receiver, 'loadOlder'> {
  readonly connection: ReadonlySignal<Connection>;
  /** Resolves when what this browser profile stored before is read. */
  resumed(): Promise<void> | undefined;
  setTyping(room: Room, on: boolean): void;
  setPage(page: PageSignal): void;
  /** The page goes away, perhaps for good: closes link and store (rule 11). */
  suspend(): void;
  /** The page is back: false when this identity was wiped meanwhile. */
  revive(): Promise<boolean>;
  /** Ends everything; nothing of it acts afterwards. */
  end(wipe: boolean): Promise<void>;
}

/** Starts a session, which neither connects nor stores anything yet. `ready`: an earlier wipe is done. */
export function createSession(
  options: ClientOptions,
  identity: Identity,
  emit: Emit,
  ready: Promise<void>,
  agent?: AgentSide,
): Session {
  const { shop, locale, transport } = options;
  const env = scopeOf(options.env);
  const credentials: Credentials = { install: newId(env.random), secret: undefined, stored: false };
  const principal = signal<Participant | null>(null);
  // The store's own bounds outlive the session: it must still be able to wipe.
  const store = lateStore(
    options.env,
    storeName(shop, identity),
    agent ? undefined : options.openStore,
    async (opened) => (await seldomPart()).makeRoom(opened),
  );
  const queue = serial();
  const ends: (() => void)[] = [];
  let starting: Promise<void> | undefined;
  let page: PageSignal | undefined;

  const commit: Commit = async (keys, decide) => {
    if (!starting) return false;
    let ours = true;
    try {
      await store.use((opened) =>
        opened.transact([INSTALL, ...keys], ([install, ...values]) => {
          // Wiped, or written by somebody else, since this session began: nothing of it goes in there (rules 3, 12).
          ours = isOurs(credentials, install);
          return ours ? decide(values) : null;
        }),
      );
    } catch (error) {
      warn(env, 'store-failed', error);
      return false;
    }
    return ours && store.storage.peek() === 'ok';
  };
  const me = (): Participant => principal.value ?? { role: agent ? 'agent' : 'shopper', id: 'me' };
  const outbox = createOutbox(env, commit);
  const link = createLink({
    env,
    transport,
    hello: async () => ({
      shop,
      install: credentials.install,
      token: identity.kind === 'user' ? await identity.token.get() : undefined,
      secret: credentials.secret,
      cursors: cursors(),
      locale,
    }),
    cursors,
    reauth,
    received: (frame, gone) => void queue(() => (gone() ? undefined : receiver.frame(frame))).catch(broken),
    lost: () => receiver.lost(),
  });
  const shelf = createShelf({ me, entries: outbox.entries });
  const watchdog = createWatchdog(env, () => link.restart('stalled'));
  const parts: Parts = {
    env,
    identity,
    agent,
    credentials,
    start,
    commit,
    queue,
    outbox,
    window: createSendWindow(env, outbox, link.send),
    shelf,
    link,
    watchdog,
    emit,
    principal,
    shop: signal(null),
    me,
    reauth,
    async live(room) {
      const { liveOf } = await livePart();
      return liveOf(room, env, (on) => {
        const { id, epoch } = room.log;
        if (epoch && principal.peek()) link.send({ t: 'signal', name: 'typing', conversation: id, body: { on } });
      });
    },
    seldom: seldomPart,
    showPage() {
      const log = shelf.current.peek()?.log;
      if (page && log?.epoch) link.send({ t: 'signal', name: 'page', conversation: log.id, body: page });
    },
  };
  const receiver = createReceiver(parts);
  const watch = effect(() => {
    const waiting = link.state.value.state === 'online' && !parts.window.held.value;
    watchdog.watch(waiting && outbox.entries.value.some(isPending));
  });
  ends.push(watch);

  function broken(error: unknown) {
    warn(env, 'session-failed', error);
    link.restart('internal');
  }
  function cursors() {
    return agent ? [] : [...shelf.rooms.values()].flatMap(({ log }) => cursorOf(log) ?? []);
  }
  async function reauth(): Promise<boolean> {
    if (identity.kind !== 'user') return false;
    const token = await identity.token.refresh();
    if (env.ended()) return false;
    link.send({ t: 'auth', token });
    return true;
  }
  function keepAges() {
    env.timer(keepAges, AGE_MS);
    void outbox.save(outbox.entries.peek().filter(isPending));
  }
  function start(): Promise<void> {
    starting ??= ready.then(async () => {
      keepAges();
      try {
        const stored = await store.use((opened) => loadStore<EntryRow>(opened, env.now()));
        if (!stored || env.ended()) return;
        const { install, secret, ops, logs, aged } = stored;
        credentials.stored = !!install;
        credentials.install = install ?? credentials.install;
        credentials.secret ??= secret;
        outbox.load(ops);
        shelf.load(logs);
        if (aged)
          void seldomPart()
            .then(({ forgetAged }) => store.use((opened) => forgetAged(opened, env.now())))
            .catch(() => {});
      } catch (error) {
        warn(env, 'store-failed', error);
      }
    });
    return starting;
  }
  /** The install that the store says, asked until it can be read; none where it cannot. */
  async function storedInstall(tries = REVIVE_TRIES): Promise<unknown> {
    const rows = await store.use((opened) => opened.list(INSTALL)).catch(() => undefined);
    if (rows && store.storage.peek() === 'ok') return rows[0]?.value;
    store.close();
    await new Promise<void>((resolve) => env.timer(resolve, REVIVE_MS));
    return tries > 1 ? storedInstall(tries - 1) : undefined;
  }

  return {
    ...parts,
    ...createWriter(parts),
    loadOlder: receiver.loadOlder,
    connection: computed(() => {
      const now = link.state.value;
      const degraded = now.state === 'online' && watchdog.degraded.value;
      const storage = store.storage.value;
      return { ...now, state: degraded ? 'degraded' : now.state, durable: storage === 'ok', storage };
    }),
    resumed: () => (options.resume ? start() : undefined),
    setTyping(room, on) {
      if (room.live) room.live.type(on);
      else if (on)
        parts.live(room).then(
          (live) => live.type(on),
          () => {},
        );
    },
    setPage(next) {
      page = next;
      parts.showPage();
    },
    suspend() {
      link.stop();
      store.close();
    },
    revive: async () => !starting || !credentials.stored || (await storedInstall()) === credentials.install,
    async end(wipe) {
      env.end();
      link.stop();
      for (const stop of ends) stop();
      await queue(() => {});
      try {
        if (wipe) await store.use((opened) => opened.wipe());
      } catch (error) {
        throw new ChatError('wipe-failed', error);
      } finally {
        store.close();
      }
    },
  };
}
