import { setImmediate } from 'node:timers/promises';
import type { KnowledgeSource } from '@xiaoer/assistant';
import { type Change, NO_VERSIONS, type Versions } from '@xiaoer/assistant/learning';
import { expect, test } from 'vitest';
import { createAssistantResponder } from '../src/assistant-responder.ts';
import { createKnowing } from '../src/learning/knowing.ts';
import { openLibrary } from '../src/open-library.ts';
import type { Shop } from '../src/shops/shop.ts';

const FEE = '满 88 元包邮，不满的每单 10 元。';

const source: KnowledgeSource = {
  shop: { id: 'inn', name: '客栈', locales: ['zh-CN'] },
  answers: [
    { id: 'fee', question: '运费怎么算？', answer: FEE },
    ...Array.from({ length: 600 }, (_, n) => ({
      id: `room-${n}`,
      question: `${n} 号房有几张床？`,
      answer: `${n} 号房有 ${1 + (n % 3)} 张床。`,
    })),
  ],
  products: [],
};

/** A clock by which every look at it takes a millisecond, so that slices are as many on any machine. */
function ticking(): () => number {
  let at = 0;
  return () => at++;
}

function setUp() {
  let versions: Versions = NO_VERSIONS;
  const knowing = createKnowing({
    source: () => source,
    replies: () => [],
    library: openLibrary(() => undefined),
    log: { versions: () => versions },
    monotonic: ticking(),
  });
  const save = (change: Change) => {
    const version = versions.head + 1;
    const made = { version, at: 0, by: { id: 'agent:mei' }, changes: [change] };
    versions = { ...versions, head: version, all: [...versions.all, made] };
  };
  return { knowing, save };
}

const respondWith = ({ knowledge, turn }: Awaited<ReturnType<ReturnType<typeof createKnowing>['now']>>) =>
  createAssistantResponder({
    shop: { knowledge: source } as unknown as Shop,
    knowledge,
    think: turn,
    now: () => 0,
    monotonic: () => 0,
    log: () => undefined,
  });

const ask = async (respond: ReturnType<typeof createAssistantResponder>, text: string) => {
  const answer = await respond({
    record: { id: 'c', shop: 'inn', subject: 'v', createdAt: 0, locale: 'zh-CN' },
    events: [{ seq: 1, id: 'm', at: 0, from: { role: 'shopper', id: 'v' }, kind: 'text', body: { text } }],
    state: undefined,
    isStale: () => false,
  });
  return 'lines' in answer ? answer.lines.map(({ body }) => (body as { text?: string }).text) : [];
};

test('turns are answered while what was saved is compiled', async () => {
  const { knowing, save } = setUp();
  const before = await knowing.now();
  const respond = respondWith(before);
  await ask(respond, '运费怎么算？');

  save({ do: 'edit', answer: 'fee', set: { answer: '全场包邮。' } });
  let done = false;
  const renewed = knowing.now().then((known) => {
    done = true;
    return known;
  });
  const meanwhile: unknown[] = [];
  while (!done) {
    meanwhile.push(...(await ask(respond, '运费怎么算？')));
    await setImmediate();
  }
  expect(meanwhile.length).toBeGreaterThan(3);
  expect(new Set(meanwhile)).toEqual(new Set([FEE]));

  const after = await renewed;
  expect(await ask(respondWith(after), '运费怎么算？')).toEqual(['全场包邮。']);
  expect(await knowing.now()).toBe(after);
});

test('what holds is told at once, before it is compiled', async () => {
  const { knowing, save } = setUp();
  expect(knowing.applied().source.answers).toHaveLength(601);
  save({ do: 'phrase', answer: 'fee', text: '寄一件多少钱', lang: 'zh-CN' });
  const fee = knowing.applied().source.answers.find(({ id }) => id === 'fee');
  expect(JSON.stringify(fee?.phrasings)).toContain('寄一件多少钱');
});

test('who asks twice while it is compiled gets the same', async () => {
  const { knowing } = setUp();
  const [one, other] = await Promise.all([knowing.now(), knowing.now()]);
  expect(one).toBe(other);
});
