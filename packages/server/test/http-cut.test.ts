import { connect, createServer, type Socket } from 'node:net';
import { createClient } from '@xiaoer/core';
import { nodeEnv } from '@xiaoer/core/env/node';
import { eventStreamTransport, longPollTransport, type Transport } from '@xiaoer/core/transports';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openInn } from './inn.ts';

/** How much faster the client's clock runs, so that waits between tries are short. */
const SPEED = 10;
const CUTS = 6;
const TEXTS = Array.from({ length: 12 }, (_, n) => `message ${n}`);

const quickEnv = () => {
  const env = nodeEnv();
  return {
    ...env,
    monotonic: () => env.monotonic() * SPEED,
    timer: (task: () => void, ms: number) => env.timer(task, ms / SPEED),
  };
};

/** Numbers of a linear congruential generator: the same seed, the same cuts. */
function randomOf(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** A proxy that cuts its first connections after some bytes, of either direction. */
async function openProxy(target: number, seed: number) {
  const random = randomOf(seed);
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    let left = cuts < CUTS ? random(5_000) : Number.POSITIVE_INFINITY;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    const pass = (from: Socket, to: Socket) => {
      sockets.add(from);
      from.on('data', (piece) => {
        to.write(piece.subarray(0, Math.min(piece.length, left)));
        left -= piece.length;
        if (left > 0) return;
        cuts++;
        // What was let through arrives; nothing after it does.
        to.end();
        setTimeout(end, 1);
      });
      from.on('error', end);
      from.on('close', end);
    };
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { port: typeof address === 'object' ? address?.port : 0, cuts: () => cuts };
}

const WAYS: Readonly<Record<string, (base: string) => Transport>> = {
  'event stream': (base) => eventStreamTransport(base, globalThis),
  'long poll': (base) => longPollTransport(base, globalThis, quickEnv()),
};

for (const [name, make] of Object.entries(WAYS))
  for (const seed of [1, 2])
    test(`${name} cut at ${CUTS} sampled bytes, seed ${seed}: every op is in the log once, in order`, async () => {
      const inn = await openInn();
      const proxy = await openProxy(inn.port, seed);
      const client = createClient({
        shop: 'inn',
        transport: make(`http://127.0.0.1:${proxy.port}/link`),
        env: quickEnv(),
      });
      onTestFinished(() => client.destroy());
      client.connect();
      const mine = () =>
        client.messages.value
          .filter((item) => item.mine)
          .map(({ content }) => ('text' in content.body ? content.body.text : ''));
      for (const text of TEXTS) {
        await client.send('text', { text });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await vi.waitFor(() => expect(client.outbox.value.length).toBe(0), { timeout: 25_000, interval: 20 });
      expect(mine()).toEqual(TEXTS);
      expect(proxy.cuts()).toBeGreaterThanOrEqual(CUTS);
    }, 40_000);
