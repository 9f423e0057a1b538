import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Client } from './client.ts';
import type { ClientOptions } from './client-options.ts';
import { forgetOlder } from './conversation/room.ts';
import { createShelf } from './conversation/shelf.ts';
import { createEmitter } from './emitter.ts';
import { lazy } from './env/lazy.ts';
import type { Identity } from './identity/identity.ts';
import { createSession, type Session } from './session/session.ts';
import type { SignInPort } from './session/sign-in.ts';
import type { AttachingClient } from './uploads/attach-options.ts';
import { entryRow } from './view/fold-timeline.ts';

/** What is only needed to sign in. */
export const signInPart = lazy(() => import('./session/sign-in.ts'));

/** Makes a client. It neither connects nor stores anything until it is asked to. */
export function createClient(options: ClientOptions & Required<Pick<ClientOptions, 'attachments'>>): AttachingClient;
export function createClient(options: ClientOptions): Client;
export function createClient(options: ClientOptions): Client {
  const { env } = options;
  const visitor: Identity = { kind: 'visitor' };
  const { emit: tell, on, follow, clear } = createEmitter(env);
  const hidden = signal(false);
  /** What is told when the page is no longer blank: it may be somebody else's by then (rule 11). */
  let untold: (() => void)[] = [];
  const emit: typeof tell = (...what) => {
    if (hidden.peek()) untold.push(() => tell(...what));
    else tell(...what);
  };
  let wanted = false;

  const begin = (identity: Identity, ready = Promise.resolve()): Session => {
    const mine = createSession(options, identity, emit, ready, (wipe) => {
      if (session.peek() === mine) replace(visitor, wipe).catch(() => {});
      return session.peek();
    });
    return mine;
  };
  const session = signal<Session>(begin(visitor));
  const nowhere = createShelf({ me: () => ({ role: 'shopper', id: '' }), entries: signal([]) }).room('');
  const room = computed(() => (!hidden.value && session.value.shelf.current.value) || nowhere);
  const of = <S, T>(source: ReadonlySignal<S>, read: (at: S) => ReadonlySignal<T>): ReadonlySignal<T> =>
    computed(() => read(source.value).value);

  /** Ends one identity and begins another; resolves when the old one is gone (rule 12). */
  const replace = (identity: Identity, wipe: boolean, also = async () => {}): Promise<void> => {
    const ending = session.peek().end(wipe).then(also);
    const next = begin(
      identity,
      ending.catch(() => {}),
    );
    session.value = next;
    void connect();
    return ending;
  };

  const unread = computed(() => room.value.unread.value.length);
  const handoff = computed(() => room.value.view.value.serving);
  const connection = of(session, (at) => at.connection);

  const ends = [
    follow('unread:changed', unread),
    follow('handoff:changed', handoff),
    follow('connection:changed', connection),
    env.lifecycle.on((event) => {
      if (event === 'pagehide' || event === 'freeze') {
        const { gate, store } = session.peek();
        hidden.value = true;
        gate.stop(true);
        store.close();
      } else if (event !== 'hidden') {
        if (hidden.peek()) show().catch(() => {});
        else session.peek().wake(event);
      }
    }),
  ];
  /** Out of the back/forward cache: another tab may have signed out meanwhile (rule 11). */
  async function show() {
    const suspended = session.peek();
    // What is written meanwhile waits: it would go with whoever that was.
    const same = await suspended.queue(suspended.revive);
    hidden.value = false;
    // Who signed in meanwhile has nothing to do with what was stored before.
    const late = untold;
    untold = [];
    if (same || session.peek() !== suspended) {
      if (same) for (const task of late) task();
      void connect();
    } else void replace(visitor, false);
  }
  async function connect() {
    const at = session.peek();
    if (options.resume) await at.start();
    if (wanted && !hidden.peek() && session.peek() === at) at.gate.start();
  }

  const signInPort: SignInPort = { options, current: () => session.value, wanted: () => wanted, turn: 0, replace };

  const send: Client['send'] = (kind, body, how) => session.peek().send(kind, body, how);
  const client: Client = {
    messages: of(room, (at) => at.messages),
    connection,
    unread,
    seen: computed(() => room.value.view.value.seen),
    handoff,
    queue: of(room, (at) => at.queue),
    typing: of(room, (at) => at.typing),
    outbox: computed(() => {
      const { outbox, me } = session.value;
      return hidden.value ? [] : outbox.entries.value.map((entry) => entryRow(entry, me()));
    }),
    hasOlder: of(room, (at) => at.hasOlder),
    principal: of(session, (at) => at.principal),
    shop: of(session, (at) => at.shop),
    connect() {
      wanted = true;
      void connect();
    },
    disconnect() {
      wanted = false;
      session.peek().gate.stop();
    },
    send,
    resend: (id) => session.peek().resend(id),
    discard: (id) => session.peek().discard(id),
    retract: (id) => session.peek().retract(id),
    async identify(ask) {
      const turn = ++signInPort.turn;
      await (await signInPart()).signIn(signInPort, turn, ask);
    },
    claimable: of(session, (at) => at.claimable),
    async claim(yes) {
      await (await signInPart()).answerClaim(signInPort, yes);
    },
    leads: of(session, (at) => at.leads),
    draft: computed(() => (hidden.value ? '' : session.value.draft.value)),
    setDraft(text) {
      session.peek().draft.value = text;
      session.peek().join();
    },
    async logout() {
      signInPort.turn++;
      await replace(visitor, true, session.peek().identity.forgetVisitor);
    },
    requestHuman: (reason = 'wish') => send('handoff', { state: 'requested', reason }),
    cancelHuman: () => send('handoff', { state: 'returned', reason: 'shopper' }),
    rate: (score, comment) => send('rating', { state: 'given', score, comment }),
    markRead: () => session.peek().markRead(room.peek()),
    setTyping: (on) => session.peek().setTyping(room.peek(), on),
    setPage: (page) => session.peek().showPage(page),
    loadOlder: () => session.peek().loadOlder(room.peek()),
    forgetOlder: () => forgetOlder(room.peek()),
    on,
    destroy() {
      wanted = false;
      signInPort.turn++;
      for (const end of ends) end();
      clear();
      session
        .peek()
        .end(false)
        .catch(() => {});
    },
  };
  return options.attachments?.shopper(client, session, hidden, options) ?? client;
}
