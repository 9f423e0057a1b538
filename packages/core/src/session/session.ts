import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Connection } from '../client.ts';
import type { ClientOptions } from '../client-options.ts';
import type { Room } from '../conversation/room.ts';
import { createShelf } from '../conversation/shelf.ts';
import type { Emit } from '../emitter.ts';
import { ChatError } from '../env/chat-error.ts';
import type { LifecycleEvent } from '../env/env.ts';
import { lazy } from '../env/lazy.ts';
import { scopeOf } from '../env/scope.ts';
import { warn } from '../env/warn.ts';
import { type Identity, storeName } from '../identity/identity.ts';
import { type Credentials, INSTALL, isOurs, SECRET } from '../identity/visitor-secret.ts';
import { createLink } from '../link/link.ts';
import type { EntryRow } from '../outbox/entry.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createSendWindow } from '../outbox/send-window.ts';
import { newId, type PageSignal, type Participant } from '../protocol/index.ts';
import { cursorOf } from '../replica/conversation-log.ts';
import { loadStore } from '../replica/load.ts';
import type { Commit } from '../stores/commit.ts';
import { lateStore } from '../stores/late-store.ts';
import { serial } from '../stores/serial.ts';
import type { AgentSide, LinkView, Parts } from './parts.ts';
import { createReceiver, type Receiver } from './receive.ts';
import { createWriter, type Writer } from './writer.ts';

/** What a session does not begin with: sharing with other tabs, reading back, refusals, resets, taking back. */
export const seldomPart = lazy(() => import('./seldom.ts'));

/** How long a session lives before it is cared for. What is seldom needed is there from then on, whatever is deployed. */
const CARE_MS = 10_000;

/** Everything of one identity: its store, its outbox, its conversations and its link. */
export interface Session extends Parts, Writer, Pick<Receiver, 'loadOlder'> {
  readonly connection: ReadonlySignal<Connection>;
  /** A sign that the page or the network came back. */
  wake(event: LifecycleEvent): void;
  /** Whether the store was opened. */
  started(): boolean;
  setTyping(room: Room, on: boolean): void;
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
  gone: Parts['gone'],
  agent?: AgentSide,
): Session {
  const { shop, locale, transport } = options;
  const env = scopeOf(options.env);
  const credentials: Credentials = { install: newId(env.random), secret: undefined, stored: false, spoke: false };
  const principal = signal<Participant | null>(null);
  // The store's own bounds outlive the session: it must still be able to wipe.
  const store = lateStore(
    options.env,
    storeName(shop, identity),
    agent ? undefined : options.openStore,
    async (opened) => (await seldomPart()).makeRoom(opened),
  );
  const queue = serial();
  let unwatch: (() => void) | undefined;
  let starting: Promise<void> | undefined;
  let page: PageSignal | undefined;

  const commit: Commit = async (keys, decide) => {
    if (!starting) return false;
    let ours = true;
    let over = false;
    try {
      const wrote = await store.use((opened) =>
        opened.transact([INSTALL, SECRET, ...keys], ([install, secret, ...values]) => {
          // What was given up is in memory by now, and may have become something else there. Wiped, or written by
          // somebody else, since this session began: nothing of it goes in there (rules 3, 12).
          ours = !over && isOurs(credentials, install);
          const writes = ours ? decide(values) : null;
          if (!writes?.length) return null;
          credentials.install = (install as string | undefined) ?? credentials.install;
          if (credentials.made) credentials.secret = (secret as string | undefined) ?? credentials.made;
          return [
            ...writes,
            { put: INSTALL, value: credentials.install },
            // An install whose secret is not stored would become two visitors.
            ...(credentials.secret && !secret ? [{ put: SECRET, value: credentials.secret }] : []),
          ];
        }),
      );
      ours &&= store.storage.peek() === 'ok';
      credentials.stored ||= ours && !!wrote;
      return ours;
    } catch (error) {
      over = true;
      warn(env, 'store-failed', error);
      return false;
    }
  };
  const me = (): Participant => principal.value ?? { role: agent ? 'agent' : 'shopper', id: 'me' };
  const outbox = createOutbox(env, commit);
  const link = createLink({
    env,
    transport,
    hello: async () => ({
      shop,
      install: credentials.install,
      token: await identity.token?.get(),
      claim: identity.claim,
      secret: credentials.secret,
      cursors: cursors(),
      locale,
    }),
    cursors,
    reauth,
    received: (frame, gone) => void queue(() => gone() || parts.receive(frame)).catch(broken),
    lost: () => receiver.lost(),
  });
  const shelf = createShelf({ me, entries: outbox.entries });
  const parts: Parts = {
    env,
    identity,
    agent,
    credentials,
    start,
    commit,
    save: commit,
    store,
    receive: (frame) => receiver.frame(frame),
    queue,
    outbox,
    window: createSendWindow(outbox, link.send),
    shelf,
    link,
    gate: link,
    followed: signal(undefined),
    leads: signal(true),
    draft: signal(''),
    keptDraft: '',
    claimable: signal(false),
    gone,
    progress: signal(0),
    degraded: signal(false),
    // What an identity did last may be committed when it has ended: it is no news to whoever comes after (rules 3, 12).
    emit: (...what) => env.ended() || emit(...what),
    principal,
    shop: signal(null),
    me,
    reauth,
    async live(room) {
      return (await seldomPart()).liveOf(room, parts);
    },
    seldom: seldomPart,
    join() {
      if (options.openStore)
        seldomPart().then(
          ({ joinTabs }) => joinTabs(session, options),
          () => {},
        );
    },
    showPage(next) {
      page = next ?? page;
      const log = shelf.current.peek()?.log;
      if (page && log?.epoch) parts.gate.send({ t: 'signal', name: 'page', conversation: log.id, body: page });
    },
  };
  const receiver = createReceiver(parts);

  function broken(error: unknown) {
    warn(env, 'session-failed', error);
    link.restart('internal');
  }
  function cursors() {
    return agent ? [] : [...shelf.rooms.values()].flatMap(({ log }) => cursorOf(log) ?? []);
  }
  async function reauth(code?: string): Promise<boolean> {
    // An account has claimed what this visitor wrote, perhaps on another device (rule 12).
    if (code === 'secret-revoked') await (await seldomPart()).beginAnew(parts, true);
    if (identity.kind !== 'user') return false;
    // Sends nothing where the identity has ended meanwhile, and its link with it.
    link.send({ t: 'auth', token: await identity.token.refresh() });
    return true;
  }
  function lookAfter() {
    env.timer(
      () =>
        seldomPart().then(({ care }) => {
          unwatch = care(parts, CARE_MS);
        }, lookAfter),
      CARE_MS,
    );
  }
  function start(): Promise<void> {
    starting ??= ready.then(async () => {
      lookAfter();
      try {
        const stored = await store.use(loadStore<EntryRow>);
        if (!stored?.install || env.ended()) return;
        credentials.stored = true;
        credentials.install = stored.install;
        credentials.secret ??= stored.secret;
        outbox.load(stored.ops);
        shelf.load(stored.logs);
        parts.keptDraft = stored.draft;
        parts.draft.value ||= stored.draft;
      } catch (error) {
        warn(env, 'store-failed', error);
      }
      // Another tab may sign out before the server has answered this one (rule 12). What could not be read is read there.
      parts.join();
    });
    return starting;
  }
  const session: Session = Object.assign(parts, createWriter(parts), {
    loadOlder: receiver.loadOlder,
    connection: computed(() => {
      const now: LinkView = parts.followed.value ?? link.state.value;
      const degraded = now.state === 'online' && parts.degraded.value;
      const storage = store.storage.value;
      return { ...now, state: degraded ? 'degraded' : now.state, durable: storage === 'ok', storage };
    }),
    started: () => !!starting,
    setTyping(room, on) {
      if (room.live) room.live.type(on);
      else if (on)
        parts.live(room).then(
          (live) => live.type(on),
          () => {},
        );
    },
    wake(event) {
      if (starting) session.join();
      parts.gate.wake(event);
    },
    revive: async () => !credentials.stored || (await seldomPart()).isStored(options, parts),
    async end(wipe) {
      env.end();
      parts.gate.stop(true);
      unwatch?.();
      await queue(() => {});
      try {
        if (wipe) {
          await store.use((opened) => opened.wipe());
          await seldomPart().then(
            ({ afterWipe }) => afterWipe(options, parts),
            () => {},
          );
        }
      } catch (error) {
        throw new ChatError('wipe-failed', error);
      } finally {
        store.close();
      }
    },
  } satisfies Omit<Session, keyof Parts | keyof Writer>);
  return session;
}
