import { signal } from '@preact/signals-core';
import { fakeEnv } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import type { Session } from '../src/session/session.ts';
import { keepDraft } from '../src/tabs/keep-draft.ts';

test('rule 10: a draft that is being stored is not emptied by who had begun to read before', async () => {
  const env = fakeEnv();
  const draft = signal('');
  const held: (() => void)[] = [];
  const commit = () => new Promise<boolean>((resolve) => held.push(() => resolve(true)));
  const session = { draft, keptDraft: '', outbox: { entries: signal([]) }, credentials: { stored: true }, commit, env };
  const keeper = keepDraft(session as unknown as Session, () => {});
  draft.value = 'a draft';
  const before = keeper.read();
  await env.advance(400);
  before(undefined);
  expect([draft.value, held.length]).toEqual(['a draft', 1]);
  const meanwhile = keeper.read();
  held[0]?.();
  await env.advance(0);
  meanwhile(undefined);
  expect(draft.value).toBe('a draft');
  // Who reads from here on reads what another tab has made of it.
  keeper.read()('another tab’s');
  expect(draft.value).toBe('another tab’s');
  keeper.end();
});
