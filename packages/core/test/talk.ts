import {
  type ChatEvent,
  type Client,
  type ClientOptions,
  createClient,
  type Key,
  memoryStore,
  type Store,
} from '@xiaoer/core';
import { type FakeEnv, fakeEnv, type ScriptedServer, scriptedServer } from '@xiaoer/core/testing';
import { beforeAll } from 'vitest';
import { signInPart } from '../src/create-client.ts';
import { seldomPart } from '../src/session/session.ts';

// Fetching a part takes real time; a fake clock does not wait for it.
beforeAll(() => Promise.all([signInPart(), seldomPart()]));

/** Stores that outlive a page, by name. */
export interface Disk {
  readonly open: (name: string) => Promise<Store>;
  readonly stores: Map<string, Store>;
}

/** A disk of memory: closing a store closes only that handle. */
export function disk(): Disk {
  const stores = new Map<string, Store>();
  return {
    stores,
    async open(name) {
      const store = stores.get(name) ?? memoryStore();
      stores.set(name, store);
      return { ...store, durable: true, close() {} };
    },
  };
}

/** A disk on which a shopper of before has an identity and nothing else. */
export function usedDisk(): Disk {
  const place = disk();
  const store = memoryStore();
  place.stores.set('inn:visitor', store);
  void store.transact([], () => [
    { put: ['install'], value: 'i'.repeat(22) },
    { put: ['secret'], value: 's'.repeat(43) },
  ]);
  return place;
}

/** The events among rows of a store. */
export const storedEvents = (rows: readonly { readonly key: Key; readonly value: unknown }[]): readonly ChatEvent[] =>
  rows.filter(({ key }) => key[0] === 'event').flatMap(({ value }) => value as ChatEvent | ChatEvent[]);

/** A shopper who comes back: what is stored is read at `connect()`. */
export const returning = (): Partial<ClientOptions> => ({ openStore: usedDisk().open, resume: true });

/** A client in a world of its own, with a server that does what it is told. */
export interface Talk {
  readonly env: FakeEnv;
  readonly server: ScriptedServer;
  readonly client: Client;
  /** What the host page was told, one line an event. */
  readonly told: string[];
  /** The timeline, one line a row. */
  lines(): string[];
  /** Accepts the connection and answers the hello. */
  greet(...answer: Parameters<ScriptedServer['welcome']>): Promise<void>;
  /** Writes a text and lets it settle. */
  say(text: string): Promise<string>;
}

/** Starts a talk; nothing is connected yet. */
export function talk(options: Partial<ClientOptions> & { seed?: number; env?: FakeEnv } = {}): Talk {
  const env = options.env ?? fakeEnv(options.seed);
  const server = scriptedServer();
  const client = createClient({ shop: 'inn', transport: server.transport, env, openStore: disk().open, ...options });
  const told: string[] = [];
  client.on('message:received', (row) => told.push(`received ${(row.content.body as { text?: string }).text}`));
  client.on('message:sent', (row) => told.push(`sent ${(row.content.body as { text?: string }).text}`));
  client.on('message:failed', (row) =>
    told.push(`failed ${(row.content.body as { text?: string }).text} ${row.error}`),
  );
  client.on('unread:changed', (count) => told.push(`unread ${count}`));
  client.on('handoff:changed', ({ mode }) => told.push(`handoff ${mode}`));
  client.on('connection:changed', ({ state, problem }) => told.push(problem ? `${state} ${problem}` : state));
  client.on('history-reset', (count) => told.push(`history-reset ${count}`));
  return {
    env,
    server,
    client,
    told,
    lines: () =>
      client.messages.value.map(({ seq, from, content, status, error, answer, retracted, unsaved, streaming, cut }) =>
        [
          seq ?? '-',
          from.role,
          (content.body as { text?: string }).text ?? content.kind,
          status,
          error,
          answer !== undefined && `answer=${answer}`,
          retracted && 'retracted',
          unsaved && 'unsaved',
          streaming && '…',
          cut && `cut=${cut}`,
        ]
          .filter((part) => part !== undefined && part !== false)
          .join(' '),
      ),
    async greet(...answer) {
      await env.settle();
      server.accept();
      await env.settle();
      server.welcome(...answer);
      await env.settle();
    },
    async say(text) {
      const sent = client.send('text', { text });
      await env.settle();
      return sent;
    },
  };
}
