import { type Client, createClient } from '@xiaoer/core';
import { nodeEnv } from '@xiaoer/core/env/node';
import {
  eventStreamTransport,
  ladderTransport,
  longPollTransport,
  type Transport,
  websocketTransport,
} from '@xiaoer/core/transports';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openFaultyProxy, sampledFaults } from './faulty-proxy.ts';
import { openInn } from './inn.ts';
import { seeded } from './seeded.ts';

/** Connections that are ended by a fault, for each transport: 20, and 200 in `npm run test:long`. */
const CUTS = Number(process.env['XIAOER_CUTS'] ?? 20);
const SEED = Number(process.env['XIAOER_SEED'] ?? 1);
const SHOPPERS = 6;
/** How much faster the clients' clock runs, so that waits between tries are short. */
const SPEED = 10;
const PATIENCE_MS = 60_000;

const quickEnv = () => {
  const env = nodeEnv();
  return {
    ...env,
    monotonic: () => env.monotonic() * SPEED,
    timer: (task: () => void, ms: number) => env.timer(task, ms / SPEED),
  };
};

const socketTo = (port: number) => websocketTransport(`ws://127.0.0.1:${port}/ws`, WebSocket);
const streamTo = (port: number) => eventStreamTransport(`http://127.0.0.1:${port}/link`, globalThis);
const pollTo = (port: number) => longPollTransport(`http://127.0.0.1:${port}/link`, globalThis, quickEnv());
const WAYS: Readonly<Record<string, (port: number) => Transport>> = {
  websocket: socketTo,
  'event stream': streamTo,
  'long poll': pollTo,
  ladder: (port) => ladderTransport([socketTo(port), streamTo(port), pollTo(port)], { env: quickEnv() }),
};

const textOf = ({ content: { body } }: Client['messages']['value'][number]) => ('text' in body ? body.text : '');

/** The whole timeline: what a reset left out is loaded. */
async function whole(client: Client) {
  while (client.hasOlder.value) await client.loadOlder();
  return client.messages.value;
}

describe('rules 1 to 6 over real sockets', () => {
  for (const [name, make] of Object.entries(WAYS))
    test(`${name}, ${CUTS} connections ended at sampled bytes: every op is in the log once, in order`, {
      timeout: 120_000 + CUTS * 3_000,
    }, async () => {
      const inn = await openInn();
      const draw = sampledFaults(SEED);
      const faults = () => (proxy.ended() < CUTS ? draw() : undefined);
      const proxy = await openFaultyProxy(inn.port, faults);
      onTestFinished(proxy.close);
      const random = seeded(SEED + 1);

      const shoppers = await Promise.all(
        Array.from({ length: SHOPPERS }, async (_, n) => {
          const client = createClient({ shop: 'inn', transport: make(proxy.port), env: quickEnv() });
          onTestFinished(() => client.destroy());
          client.connect();
          const accepted: { readonly id: string; readonly text: string }[] = [];
          while (proxy.ended() < CUTS) {
            // Now one message, now three at once: faults strike within and between batches.
            for (let more = random(3); more >= 0; more--) {
              const text = `shopper ${n} says ${accepted.length}`;
              accepted.push({ id: await client.send('text', { text }), text });
            }
            await new Promise((resolve) => setTimeout(resolve, random(1_500)));
          }
          return { client, accepted };
        }),
      );

      const log = createSqliteLog(inn.store);
      for (const { client, accepted } of shoppers) {
        await vi.waitFor(() => expect(client.outbox.value.length).toBe(0), { timeout: PATIENCE_MS, interval: 20 });
        const subject = client.principal.value?.id ?? '';
        const rooms = await log.allOf('inn', subject);
        expect(rooms.length, 'conversations of a shopper').toBe(1);
        const events = await log.read(rooms[0]?.id ?? '', 0, 1_000_000);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
        const texts = events.filter(({ kind }) => kind === 'text');
        const own = texts.filter(({ from }) => from.id === subject);
        expect(own.map(({ id, body }) => ({ id, text: body['text'] }))).toEqual(accepted);
        await vi.waitFor(
          async () => {
            const shown = (await whole(client)).filter(({ content }) => content.kind === 'text');
            expect(shown.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
            expect(shown.filter(({ mine }) => mine).map(textOf)).toEqual(accepted.map(({ text }) => text));
          },
          { timeout: PATIENCE_MS, interval: 50 },
        );
      }
      expect(proxy.ended()).toBeGreaterThanOrEqual(CUTS);
      if (process.env['XIAOER_CUTS']) console.info(name, JSON.stringify(proxy.struck));
    });
});
