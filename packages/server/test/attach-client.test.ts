import { createClient, memoryStore, type Store } from '@xiaoer/core';
import { createDeskClient } from '@xiaoer/core/desk';
import { nodeEnv } from '@xiaoer/core/env/node';
import { websocketTransport } from '@xiaoer/core/transports';
import { attachments, type UploadFetch } from '@xiaoer/core/uploads';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { png } from '../../core/test/attachment-files.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, openInn, ownOrigin } from './inn.ts';

const PICTURE = png('x'.repeat(900_000));

/** Waits between tries are short; bounds of requests stay as they are. */
const quickEnv = () => {
  const env = nodeEnv();
  return { ...env, timer: (task: () => void, ms: number) => env.timer(task, ms > 2_000 ? ms : ms / 20) };
};

/** A `fetch` whose `PUT`s are torn after so many bytes, one after the other, over real sockets. */
const tornFetch = (cuts: number[]): UploadFetch => {
  return (address, { body, ...init }) => {
    const cut = init.method === 'PUT' ? cuts.shift() : undefined;
    if (!body || cut === undefined) return fetch(address, { ...init, body: body ?? null, signal: init.signal ?? null });
    const torn = new ReadableStream({
      start: (stream) => stream.enqueue(body.subarray(0, cut)),
      // Asked for more when those bytes have gone out.
      pull: () => Promise.reject(new Error('cut')),
    });
    return fetch(address, { ...init, body: torn, duplex: 'half', signal: init.signal ?? null } as RequestInit);
  };
};

test('a picture comes through cuts, a reload and a restart of the server, once and whole, and an agent answers with a file', async () => {
  const dataDir = makeFolder();
  let inn = await openInn({ dataDir });
  const { port } = inn;
  const address = `http://127.0.0.1:${port}`;
  const disk = memoryStore();
  const openStore = async (): Promise<Store> => ({ ...disk, durable: true, close() {} });
  const cuts = [1, 99_999, 200_000];
  const torn = tornFetch(cuts);
  // After the second cut nothing more arrives before the server is back.
  let holds = true;
  const fetchHeld: UploadFetch = (to, init) =>
    holds && cuts.length < 2 ? Promise.reject(new TypeError('cut off')) : torn(to, init);
  const shopper = () => {
    const client = createClient({
      shop: 'inn',
      transport: websocketTransport(`ws://127.0.0.1:${port}/ws`, WebSocket),
      env: quickEnv(),
      openStore,
      resume: true,
      attachments: attachments({ fetch: fetchHeld, address, painter: null }),
    });
    onTestFinished(() => client.destroy());
    client.connect();
    return client;
  };

  const first = shopper();
  const id = await first.attach(PICTURE, { kind: 'image', width: 4, height: 3, name: 'cup.png' });
  await expect.poll(() => cuts.length, { timeout: 10_000 }).toBeLessThan(2);
  // Reloaded in mid-upload, while the server is away.
  await inn.close();
  first.destroy();
  const second = shopper();
  await expect.poll(() => second.messages.value.map(({ status }) => status)).toEqual(['uploading']);
  inn = await openInn({ dataDir, port });
  holds = false;
  const images = () => second.messages.value.filter(({ content }) => content.kind === 'image');
  await expect.poll(() => images().map((row) => row.id === id && row.seq), { timeout: 20_000 }).toEqual([1]);
  expect(cuts).toEqual([]);
  const { url = '' } = (images()[0]?.content.body ?? {}) as { url?: string };
  const opened = await fetch(await second.fileLink(url));
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(PICTURE);
  expect((await disk.list(['upload'])).length + (await disk.list(['upload-bytes'])).length).toBe(0);

  const headers = { cookie: await agentCookie(inn), origin: ownOrigin(inn) };
  const withCookie = class extends WebSocket {
    constructor(to: string) {
      super(to, { headers });
    }
  };
  const fetchAsAgent: UploadFetch = (to, { headers: more, body, signal, ...init }) =>
    fetch(to, { ...init, headers: { ...more, ...headers }, body: body ?? null, signal: signal ?? null });
  const desk = createDeskClient({
    shop: 'inn',
    transport: websocketTransport(`ws://127.0.0.1:${port}/desk/ws`, withCookie),
    env: quickEnv(),
    attachments: attachments({ fetch: fetchAsAgent, address, painter: null }),
  });
  onTestFinished(() => desk.destroy());
  desk.connect();
  await expect.poll(() => desk.inbox.value.length, { timeout: 10_000 }).toBe(1);
  const talk = desk.conversation(desk.inbox.value[0]?.conversation ?? '');
  const seen = () => talk.messages.value.filter(({ content }) => content.kind === 'image').map((row) => row.id);
  await expect.poll(seen, { timeout: 10_000 }).toEqual([id]);
  await desk.fileLink(url).then(async (link) => {
    const answer = await fetch(link, { headers });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PICTURE);
  });
  const agent = { id: desk.principal.value?.id ?? '', name: desk.principal.value?.name ?? '' };
  await talk.send('handoff', { state: 'joined', agent }, { serving: talk.serving.value.seq });
  await talk.attach(png('manual'), { kind: 'file', name: 'manual.png' });
  const files = () => second.messages.value.filter(({ content }) => content.kind === 'file').map(({ mine }) => mine);
  await expect.poll(files, { timeout: 10_000 }).toEqual([false]);
  expect(seen()).toEqual([id]);
}, 60_000);
