import { eventFor, fakeProfile } from '@xiaoer/core/testing';
import { type AttachingClient, attachments } from '@xiaoer/core/uploads';
import { beforeAll, expect, test } from 'vitest';
import { attachPart } from '../src/uploads/attachments.ts';
import { png } from './attachment-files.ts';
import { tabOf } from './tab-talk.ts';
import { same, scripted } from './upload-side.ts';

beforeAll(() => attachPart());

const PICTURE = png('x'.repeat(600_000));
const SIZE = { kind: 'image', width: 3, height: 2 } as const;

/** A profile whose first tab leads and whose second follows, each with an HTTP side that tells who asked. */
async function twoTabs() {
  const profile = fakeProfile();
  const side = scripted();
  const asked: string[] = [];
  const tab = async (name: string) => {
    const talk = tabOf(profile, {
      attachments: attachments({
        fetch(address, init) {
          asked.push(name);
          return side.fetch(address, init);
        },
        address: 'https://chat.example',
        painter: null,
      }),
    });
    talk.client.connect();
    await talk.greet(null);
    const client = talk.client as AttachingClient;
    const rows = () =>
      client.messages.value.map(({ content, status, seq }) => `${seq ?? '-'} ${content.kind} ${status}`);
    return { ...talk, client, rows };
  };
  const first = await tab('first');
  const second = await tab('second');
  await profile.settle();
  return { profile, side, asked, first, second };
}

test('rule 10: what a follower attaches is uploaded by the tab that leads, and shown once in both', async () => {
  const { profile, side, asked, first, second } = await twoTabs();
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  expect([first.rows(), second.rows()]).toEqual([['- image uploading'], ['- image uploading']]);
  first.server.welcome();
  await profile.advance(3_000);
  expect([new Set(asked), same(side.has.get(id)?.bytes, PICTURE)]).toEqual([new Set(['first']), true]);
  const ops = first.server.ops();
  expect(ops.map((op) => op.id)).toEqual([id]);
  expect([first.rows(), second.rows()]).toEqual([['- image sending'], ['- image sending']]);
  if (ops[0]) first.server.events(ops[0].conversation, [eventFor(ops[0], 1)]);
  await profile.advance(3_000);
  expect([first.rows(), second.rows()]).toEqual([['1 image sent'], ['1 image sent']]);
  expect(second.server.ops()).toEqual([]);
});

test('rule 2: what another tab saw through stands there until its message is read', async () => {
  const { profile, first, second } = await twoTabs();
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  await attached;
  // Of the store this tab hears nothing, of files it does.
  profile.lose(({ t }) => t !== undefined);
  first.server.welcome();
  await profile.advance(3_000);
  expect([first.rows(), second.rows()]).toEqual([['- image sending'], ['- image uploading']]);
  profile.lose(() => false);
  await profile.advance(2_000);
  expect(second.rows()).toEqual(['- image sending']);
});

test('rule 10: what a follower cancels ends in the tab that uploads it', async () => {
  const { profile, side, first, second } = await twoTabs();
  side.script.push(...Array.from({ length: 30 }, () => 'lost' as const));
  const attached = second.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  first.server.welcome();
  await profile.advance(1_000);
  await second.client.discard(id);
  await profile.settle();
  side.script.length = 0;
  await profile.advance(60_000);
  expect([first.rows(), second.rows(), first.server.ops(), side.has.size]).toEqual([[], [], [], 0]);
});

test('rule 10: a follower goes on when the tab that uploads is gone', async () => {
  const { profile, side, asked, first, second } = await twoTabs();
  const attached = first.client.attach(PICTURE, SIZE);
  await profile.settle();
  const id = await attached;
  side.script.push(...Array.from({ length: 30 }, () => 'lost' as const));
  first.server.welcome();
  await profile.advance(1_000);
  first.client.destroy();
  side.script.length = 0;
  await second.greet();
  await profile.advance(1_000);
  expect(asked.at(-1)).toBe('second');
  expect(second.server.ops().map((op) => op.id)).toEqual([id]);
  expect(second.rows()).toEqual(['- image sending']);
});
