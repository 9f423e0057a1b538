import { MessageChannel, Worker } from 'node:worker_threads';
import { type Client, createClient } from '@xiaoer/core';
import { nodeEnv } from '@xiaoer/core/env/node';
import type { PortLike } from '@xiaoer/core/protocol';
import { keepingHost, type TransportPlace, transportContract } from '@xiaoer/core/testing';
import { inPageTransport, portPair } from '@xiaoer/core/transports';
import { connectPort, createHost, type Responder, type SessionLink } from '@xiaoer/host';
import { createMemoryLog } from '@xiaoer/host/testing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

const PAIRS: Readonly<Record<string, () => readonly [PortLike, PortLike]>> = {
  'two objects': portPair,
  'a MessageChannel': () => {
    const { port1, port2 } = new MessageChannel();
    return [port1 as unknown as PortLike, port2 as unknown as PortLike];
  },
};

async function openPlace(pair: () => readonly [PortLike, PortLike]): Promise<TransportPlace> {
  const ports: PortLike[] = [];
  const host = keepingHost();
  const transport = inPageTransport(() => {
    const [mine, theirs] = pair();
    ports.push(mine, theirs);
    connectPort(host, theirs);
    return mine;
  });
  return {
    transport,
    far: host.far,
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
    async close() {
      for (const port of ports) port.close?.();
    },
  };
}

for (const [name, pair] of Object.entries(PAIRS))
  describe(`in the page, over ${name}`, () => {
    for (const { name: promise, run } of transportContract(() => openPlace(pair))) test(promise, run);
  });

const echo: Responder = async ({ events }) => ({
  lines: [{ kind: 'text', body: { text: `答：${events.map(({ body }) => body['text']).join()}` } }],
});

/** A client in the page and what it sees. */
function clientOver(connect: () => PortLike): Client {
  const client = createClient({ shop: 'inn', transport: inPageTransport(connect), env: nodeEnv() });
  onTestFinished(() => client.destroy());
  client.connect();
  return client;
}

const seen = (client: Client) =>
  client.messages.value.map(({ content }) => ('text' in content.body ? content.body.text : content.kind));

test('no server at all: host and bot in the page answer a shopper', async () => {
  const log = createMemoryLog();
  const host = createHost({
    env: nodeEnv(),
    log,
    shop: { id: 'inn', name: '悦来客栈' },
    bot: { role: 'bot', id: 'bot', name: '小二' },
    responder: echo,
    enrich: async (content) => content.body as Record<string, unknown>,
    authenticate: async ({ secret }) => ({ principal: { role: 'shopper', id: `v:${secret?.slice(0, 8)}` } }),
  });
  await host.start();
  onTestFinished(() => host.close());
  const client = clientOver(() => {
    const [mine, theirs] = portPair();
    connectPort(host, theirs);
    return mine;
  });
  await client.send('text', { text: '运费怎么算' });
  await vi.waitFor(() => expect(seen(client)).toEqual(['运费怎么算', '答：运费怎么算']));
  expect(log.inserts.length).toBeGreaterThan(0);
  expect(host.stats().links).toBe(1);
  client.destroy();
  await vi.waitFor(() => expect(host.stats().links).toBe(0));
});

// The worker runs what was built: it has no transformer.
test('host and bot in a worker answer through its port, and a link that is lost comes back', async () => {
  const worker = new Worker(new URL('./in-page-worker.mjs', import.meta.url), { execArgv: [] });
  onTestFinished(() => void worker.terminate());
  const links: PortLike[] = [];
  const client = clientOver(() => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(port2, [port2]);
    links.push(port1 as unknown as PortLike);
    return port1 as unknown as PortLike;
  });
  await client.send('text', { text: '一' });
  await vi.waitFor(() => expect(seen(client)).toEqual(['一', '答：一']), 5_000);
  worker.postMessage('leave');
  await vi.waitFor(() => expect(links.length).toBe(2), 5_000);
  await client.send('text', { text: '二' });
  await vi.waitFor(() => expect(seen(client)).toEqual(['一', '答：一', '二', '答：二']), 5_000);
});

test('server rule 5: what the page has not taken counts as buffered', async () => {
  const [mine, theirs] = portPair();
  let link: SessionLink | undefined;
  connectPort(
    {
      connect(given) {
        link = given;
        return { receive: () => undefined, closed: () => undefined };
      },
    },
    theirs,
  );
  link?.send('12345');
  link?.send('字');
  expect(link?.buffered()).toBe(8);
  mine.postMessage({ took: 1 });
  await Promise.resolve();
  expect(link?.buffered()).toBe(3);
  mine.postMessage({ took: 2 });
  await Promise.resolve();
  expect(link?.buffered()).toBe(0);
});

test('a port that says it took more than there was, and anything that is no message of a link', async () => {
  const [mine, theirs] = portPair();
  const told: unknown[] = [];
  mine.onmessage = ({ data }: { data: unknown }) => void told.push(data);
  let closed = 0;
  connectPort({ connect: () => ({ receive: (frame) => void told.push(frame), closed: () => void closed++ }) }, theirs);
  for (const message of [null, 7, {}, { close: 'now' }]) mine.postMessage(message as never);
  mine.postMessage('{}');
  mine.postMessage({ took: 1 });
  mine.postMessage('late');
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(told).toEqual([{ open: true }, '{}', { close: 1008, reason: 'more was taken than was sent' }]);
  expect(closed).toBe(1);
});
