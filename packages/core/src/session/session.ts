import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Connection } from '../client.ts';
import type { ClientOptions } from '../client-options.ts';
import { createOlder } from '../conversation/older.ts';
import { createShelf } from '../conversation/shelf.ts';
import type { Emit } from '../emitter.ts';
import { ChatError } from '../env/chat-error.ts';
import { scopeOf } from '../env/scope.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { type Credentials, INSTALL, isOurs } from '../identity/visitor-secret.ts';
import { createLink } from '../link/link.ts';
import { createWatchdog } from '../link/watchdog.ts';
import { type EntryRow, isPending } from '../outbox/entry.ts';
import { AGE_MS } from '../outbox/expiry.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createSendWindow } from '../outbox/send-window.ts';
import { type InboxRow, newId, type PageSignal, type Participant } from '../protocol/index.ts';
import { cursorOf } from '../replica/conversation-log.ts';
import { loadStore } from '../replica/load.ts';
import type { Commit } from '../stores/commit.ts';
import { lateStore } from '../stores/late-store.ts';
import { serial } from '../stores/serial.ts';
import { entryRow } from '../view/merge-outbox.ts';
import type { Parts } from './parts.ts';
import { createReceiver } from './receive.ts';
import { createWriter, type Writer } from './writer.ts';

/** How often and how long apart a store that cannot be read is asked who it belongs to, while the page stays blank. */
const REVIVE_TRIES = 5;
const REVIVE_MS = 1_000;

/** Everything of one identity: its store, its outbox, its conversations and its link. */
export interface Session extends Parts, Writer {
  readonly connection: ReadonlySignal<Connection>;
  connect(): void;
  disconnect(): void;
  /** Resolves when the server knows who we are. */
  opened(): Promise<void>;
  setPage(page: PageSignal): void;
  /** The page goes away, perhaps for good: closes link and store (rule 11). */
  suspend(): void;
  /** The page is back: false when this identity was wiped meanwhile. */
  revive(): Promise<boolean>;
  /** Ends everything; nothing of it acts afterwards. */
  end(wipe: boolean): Promise<void>;
}

/** Starts a session, which neither connects nor stores anything yet. `ready`: an earlier wipe is done. */
export function createSession(options: ClientOptions, identity: Identity, emit: Emit, ready: Promise<void>): Session {
  const { shop, locale, transport } = options;
  const env = scopeOf(options.env);
  const agent = identity.kind === 'agent';
  const credentials: Credentials = { install: newId(env.random), secret: undefined, stored: false };
  const principal = signal<Participant | null>(null);
  // The store's own bounds outlive the session: it must still be able to wipe.
  const store = lateStore(options.env, storeName(shop, identity), agent ? undefined : options.openStore);
  const queue = serial();
  let starting: Promise<void> | undefined;
  const over = signal(false);
  const ends = new Set<() => void>();
  let page: PageSignal | undefined;
  let wanted = false;

  const commit: Commit = async (keys, decide) => {
    if (!starting) return false;
    let ours = true;
    try {
      await store.transact([INSTALL, ...keys], ([install, ...values]) => {
        // Wiped, or written by somebody else, since this session began: nothing of it goes in there (rules 3 and 12).
        ours = isOurs(credentials, install);
        return ours ? decide(values) : null;
      });
    } catch (error) {
      env.log('warn', 'store-failed', { code: (error as { code?: string }).code });
      return false;
    }
    return ours && store.durable.peek();
  };
  const reader = () => ({ role: agent ? 'agent' : 'shopper', id: principal.peek()?.id }) as const;
  const me = (): Participant => principal.value ?? { role: reader().role, id: 'me' };
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
    received: (frame, current) => void queue(() => (current() ? receiver.frame(frame) : undefined)).catch(broken),
    lost: () => receiver.lost(),
  });
  const shelf = createShelf({
    env,
    reader,
    me,
    entries: outbox.entries,
    typing({ id, epoch }, on) {
      if (epoch && principal.peek()) link.send({ t: 'signal', name: 'typing', conversation: id, body: { on } });
    },
  });
  const watchdog = createWatchdog(env, () => link.restart('stalled'));
  const parts: Parts = {
    env,
    options,
    identity,
    credentials,
    start,
    commit,
    queue,
    outbox,
    window: createSendWindow(env, outbox, link.send),
    shelf,
    link,
    older: createOlder(env, link, commit),
    watchdog,
    emit,
    principal,
    shop: signal(null),
    inbox: signal<readonly InboxRow[]>([]),
    reader,
    me,
    row(id) {
      const entry = outbox.get(id);
      return entry && entryRow(entry, me());
    },
    reauth,
    showPage() {
      const log = shelf.current.peek()?.log;
      if (page && log?.epoch) link.send({ t: 'signal', name: 'page', conversation: log.id, body: page });
    },
    watch({ log }, on) {
      log.quiet ??= parts.inbox.peek().find((row) => row.conversation === log.id)?.head;
      link.send({ t: 'watch', conversation: log.id, on, cursor: on ? cursorOf(log) : undefined });
    },
  };
  const receiver = createReceiver(parts);
  ends.add(
    effect(() => {
      const waiting = link.state.value.state === 'online' && !parts.window.held.value;
      watchdog.watch(waiting && outbox.entries.value.some(isPending));
    }),
  );

  function broken(error: unknown) {
    env.log('error', 'session-failed', { name: (error as Error).name });
    link.restart('internal');
  }
  function disconnect() {
    wanted = false;
    link.stop();
  }
  function cursors() {
    return agent ? [] : shelf.all().flatMap(({ log }) => cursorOf(log) ?? []);
  }
  async function reauth(): Promise<boolean> {
    if (identity.kind !== 'user') return false;
    const token = await identity.token.refresh();
    if (env.ended()) return false;
    if (link.state.peek().state === 'online') link.send({ t: 'auth', token });
    return true;
  }
  function start(): Promise<void> {
    starting ??= ready.then(async () => {
      const keepAges = () => {
        void outbox.save(outbox.entries.peek().filter(isPending));
        env.timer(keepAges, AGE_MS);
      };
      env.timer(keepAges, AGE_MS);
      try {
        const { install, secret, ops, logs } = await loadStore<EntryRow>(store);
        if (env.ended()) return;
        credentials.stored = !!install;
        credentials.install = install ?? credentials.install;
        credentials.secret ??= secret;
        outbox.load(ops);
        shelf.load(logs);
      } catch (error) {
        env.log('warn', 'store-unreadable', { code: (error as { code?: string }).code });
      }
    });
    return starting;
  }

  return {
    ...parts,
    ...createWriter(parts),
    connection: computed(() => {
      const state = link.state.value;
      const durable = store.durable.value;
      return watchdog.degraded.value && state.state === 'online'
        ? { state: 'degraded', durable }
        : { ...state, durable };
    }),
    connect() {
      wanted = true;
      void (options.resume ? start() : Promise.resolve()).then(() => wanted && !env.ended() && link.start());
    },
    disconnect,
    opened: () =>
      new Promise((resolve, reject) => {
        const unsubscribe = effect(() => {
          const { state, problem } = link.state.value;
          if (state === 'online' && principal.value) resolve();
          if (state === 'stopped') reject(new ChatError('refused', `the server refused the session: ${problem}`));
          if (over.value) reject(new ChatError('signed-out', 'the identity changed before the session was open'));
        });
        ends.add(unsubscribe);
      }),
    setPage(next) {
      page = next;
      parts.showPage();
    },
    suspend() {
      disconnect();
      store.close();
    },
    async revive() {
      for (let tries = 0; tries < REVIVE_TRIES && starting && credentials.stored; tries++) {
        let install: unknown;
        const read = store.transact([INSTALL], ([value]) => {
          install = value;
          return null;
        });
        const readable = await read.then(
          () => store.durable.peek(),
          () => false,
        );
        if (readable) return install === credentials.install;
        store.close();
        await new Promise<void>((resolve) => env.timer(resolve, REVIVE_MS));
      }
      return !credentials.stored;
    },
    async end(wipe) {
      env.end();
      link.stop();
      over.value = true;
      for (const stop of ends) stop();
      await queue(() => {});
      try {
        if (wipe) await store.wipe();
      } catch (error) {
        throw new ChatError(
          'wipe-failed',
          'what was stored could not be deleted; close other tabs and try again',
          error,
        );
      } finally {
        store.close();
      }
    },
  };
}
