import { createDeskClient } from '@xiaoer/core/desk';
import { eventFor, eventOf, fakeEnv, SHOPPER, scriptedServer } from '@xiaoer/core/testing';
import { attachments } from '@xiaoer/core/uploads';
import { beforeAll, expect, test } from 'vitest';
import { attachPart } from '../src/uploads/fetch-part.ts';
import { png } from './attachment-files.ts';
import { same, scripted } from './upload-side.ts';

beforeAll(() => attachPart());

const AGENT = { role: 'agent', id: 'p-lan', name: 'Lan' } as const;
const ROOM = 'conversation-of-mei-1';

test('an agent attaches to one conversation by the cookie of the desk, and reads its files by the way of agents', async () => {
  const side = scripted();
  const addresses: string[] = [];
  const env = fakeEnv();
  const server = scriptedServer();
  const desk = createDeskClient({
    shop: 'inn',
    transport: server.transport,
    env,
    attachments: attachments({
      fetch(address, init) {
        addresses.push(
          `${init.method} ${address.replace(/upload\/[\w-]{22}/, 'upload/ID')} ${JSON.stringify(init.headers)}`,
        );
        if (init.method !== 'POST') return side.fetch(address.replace('/desk', ''), init);
        const json = async () => ({ url: '/desk/file/c/f?sign=1', expiresAt: 1 });
        return Promise.resolve({ status: 200, headers: { get: () => null }, json });
      },
      address: 'https://chat.example',
      painter: null,
    }),
  });
  const mine = desk.conversation(ROOM);
  const other = desk.conversation('conversation-of-bo-11');
  desk.connect();
  await env.settle();
  server.accept();
  await env.settle();
  const attached = mine.attach(png(), { kind: 'file', name: 'manual.png' });
  await env.settle();
  const id = await attached;
  expect(mine.messages.value.map(({ status, unsaved }) => [status, unsaved])).toEqual([['uploading', true]]);
  expect(other.messages.value).toEqual([]);
  server.welcome(AGENT);
  await env.settle();
  server.events(ROOM, [eventOf(1, SHOPPER, 'hello')]);
  await env.settle();
  const [op] = server.ops();
  expect([op?.id, op?.conversation, op?.kind]).toEqual([id, ROOM, 'file']);
  expect(same(side.has.get(id)?.bytes, png())).toBe(true);
  expect(addresses[0]).toBe(`GET https://chat.example/desk/upload/ID?conversation=${ROOM} {}`);
  if (op) server.events(ROOM, [eventFor(op, 2, AGENT)]);
  await env.settle();
  expect(mine.messages.value.map(({ seq, content }) => [seq, content.kind])).toEqual([
    [1, 'text'],
    [2, 'file'],
  ]);
  expect(await desk.fileLink('/file/c/f')).toBe('https://chat.example/desk/file/c/f?sign=1');
  expect(addresses.at(-1)).toBe('POST https://chat.example/desk/file/c/f/link {}');
  desk.destroy();
  expect([env.timers(), env.listeners()]).toEqual([0, 0]);
});

test('without attachments an agent is told so', async () => {
  const desk = createDeskClient({ shop: 'inn', transport: scriptedServer().transport, env: fakeEnv() });
  await expect(desk.conversation(ROOM).attach(png(), { kind: 'file' })).rejects.toMatchObject({ code: 'refused' });
  await expect(desk.fileLink('/file/c/f')).rejects.toMatchObject({ code: 'refused' });
});
