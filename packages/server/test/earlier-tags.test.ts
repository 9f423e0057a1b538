import { INITIAL_STATE, type Tag } from '@xiaoer/assistant';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { earlierTags, type History } from '../src/earlier-tags.ts';

const NOW = { id: 'now', shop: 'inn', subject: 'mei', createdAt: 9 };

const SIZE: Tag = { kind: 'size', value: 'M', from: 'said', at: 1 };

const trace = (seq: number, state: unknown): ChatEvent => ({
  seq,
  id: `bot:${seq}:0`,
  at: seq,
  from: { role: 'bot', id: 'bot' },
  kind: 'trace',
  body: { turn: seq, decision: 'answer', confidence: 1, candidates: [], state },
});

/** Conversations of Mei, the newest first, each with its events; nobody else has any. */
const history = (conversations: Readonly<Record<string, readonly ChatEvent[]>>): History => ({
  allOf: async (shop, subject) =>
    shop === 'inn' && subject === 'mei' ? [NOW, ...Object.keys(conversations).map((id) => ({ ...NOW, id }))] : [],
  head: async (id) => ({ record: { ...NOW, id }, head: conversations[id]?.at(-1)?.seq ?? 0 }),
  read: async (id, after, limit) => (conversations[id] ?? []).filter(({ seq }) => seq > after).slice(0, limit),
});

test('a conversation begins with what was remembered at the end of the one before', async () => {
  const before = [trace(1, { ...INITIAL_STATE, tags: [] }), trace(2, { ...INITIAL_STATE, tags: [SIZE] })];
  expect(await earlierTags(history({ before, older: [trace(1, { tags: [{ ...SIZE, value: 'L' }] })] }), NOW)).toEqual([
    SIZE,
  ]);
  expect(await earlierTags(history({ before: [], older: before }), NOW)).toEqual([SIZE]);
});

test('what was forgotten there stays forgotten, what is malformed is left out, and nobody else is known by it', async () => {
  const forgot = [trace(1, { ...INITIAL_STATE, tags: [SIZE] }), trace(2, { ...INITIAL_STATE, tags: [] })];
  expect(await earlierTags(history({ forgot, older: [trace(1, { tags: [SIZE] })] }), NOW)).toEqual([]);
  const odd = [trace(1, { tags: [{ kind: 'size' }, 7, null, { ...SIZE, kind: 'secret' }, SIZE] })];
  expect(await earlierTags(history({ odd }), NOW)).toEqual([SIZE]);
  expect(await earlierTags(history({ odd }), { ...NOW, subject: 'lin' })).toEqual([]);
  expect(await earlierTags(history({}), NOW)).toEqual([]);
});
