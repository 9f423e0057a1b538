import { effect, type Signal, signal } from '@preact/signals-core';
import type { Client, ClientEvents } from '@xiaoer/core';
import type { Memory } from './state/consent.ts';
import type { Events, WidgetEventName, WidgetEvents } from './state/events.ts';
import type { WidgetOptions } from './state/options.ts';

/** What a client is made for. `store`: whether it may keep anything; `resume`: whether there is something kept. */
export interface WantedClient extends WidgetOptions {
  readonly server: string;
  readonly locale: string;
  readonly store: boolean;
  readonly resume: boolean;
}

/** Makes the client of one shop. */
export type MakeClient = (wanted: WantedClient) => Client;

/** The client of one widget and the life of its link. */
export interface Session {
  /** Replaced when the shopper changes their mind about what may be kept, and by one that can do more. */
  readonly client: Signal<Client>;
  /** The panel is open: the link is needed. */
  enter(): void;
  /** The panel is closed: the link ends after {@link IDLE_MS}, or later while a person is being waited for. */
  leave(): void;
  /** Asks for the unread number of a shopper who has been here, and hangs up again. */
  peek(): void;
  /** Signs in with the first link that is opened; at once when one is open. */
  identify(token: () => Promise<string>): Promise<void>;
  logout(): Promise<void>;
  /** Starts again with what consent now allows. */
  restart(): Promise<void>;
  destroy(): void;
}

/** How long a link outlives the panel. */
export const IDLE_MS = 5 * 60_000;

/** How long an unread number may take to come. */
const PEEK_MS = 15_000;

/** Makes a session. Nothing is opened or stored by this. */
export function createSession(deps: {
  readonly options: WidgetOptions;
  readonly server: string;
  readonly locale: string;
  readonly memory: Memory;
  readonly events: Events;
  readonly make: MakeClient;
}): Session {
  const { options, server, locale, memory, events } = deps;
  const make = () => deps.make({ ...options, server, locale, store: memory.keeps(), resume: memory.remembers() });
  const client = signal<Client>(make());
  let inside = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let token: (() => Promise<string>) | undefined;
  /** Each ends one wish to be signed in as what it is given ends. */
  const waiting: ((done: Promise<void>) => void)[] = [];

  const signIn = () => {
    const pending = waiting.splice(0);
    if (!token || pending.length === 0) return;
    const done = client.value.identify(token).then(() => {
      events.emit('identity:changed', { signedIn: true });
    });
    for (const settle of pending) settle(done);
  };

  const connect = () => {
    clearTimeout(timer);
    client.value.connect();
    signIn();
  };

  const hangUp = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const busy =
        ['queued', 'agent'].includes(client.value.handoff.value.mode) || client.value.outbox.value.length > 0;
      if (inside) return;
      if (busy) hangUp(IDLE_MS);
      else client.value.disconnect();
    }, after);
  };

  const undo = effect(() => {
    const current = client.value;
    const tell = <E extends keyof ClientEvents & WidgetEventName>(name: E) =>
      current.on(name, (detail) => events.emit(name, detail as WidgetEvents[E] & ClientEvents[E]));
    const ends = [
      tell('message:received'),
      current.on('message:sent', () => memory.keep()),
      tell('message:sent'),
      tell('message:failed'),
      current.on('unread:changed', (count) => events.emit('unread:changed', { count })),
      tell('handoff:changed'),
      tell('connection:changed'),
      current.on('history-reset', (count) => events.emit('history:reset', { events: count })),
    ];
    return () => {
      for (const end of ends) end();
    };
  });

  const restart = async () => {
    const old = client.peek();
    const draft = old.draft.peek();
    // Wipes what was stored under this identity before another client opens the same store.
    if (memory.consent.value === 'none') await old.logout().catch(() => {});
    old.destroy();
    client.value = make();
    client.value.setDraft(draft);
    if (inside) connect();
  };

  return {
    client,
    enter() {
      inside = true;
      connect();
    },
    leave() {
      inside = false;
      hangUp(IDLE_MS);
    },
    peek() {
      connect();
      hangUp(PEEK_MS);
    },
    identify(ask) {
      token = ask;
      const done = new Promise<void>((settle) => {
        waiting.push(settle);
      });
      if (client.value.connection.value.state !== 'idle') signIn();
      return done;
    },
    async logout() {
      token = undefined;
      for (const settle of waiting.splice(0)) settle(Promise.reject(new Error('xiaoer: signed out')));
      await client.value.logout();
      memory.forget();
      events.emit('identity:changed', { signedIn: false });
    },
    restart,
    destroy() {
      clearTimeout(timer);
      undo();
      client.value.destroy();
    },
  };
}
