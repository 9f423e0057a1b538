import { readContent } from '@xiaoer/core/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFlows } from '../src/flows/engine.ts';
import { buildKnowledge, type DialogueState, INITIAL_STATE, type TurnInput, turn } from '../src/index.ts';
import { PAID, SHIPPED } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { PHRASINGS } from './phrasings.ts';

const flows = createFlows();
const knowledge = buildKnowledge(
  {
    ...FIXTURE,
    tools: [
      'orders.cancel',
      'orders.invoice',
      'messages.leave',
      'sizes.advise',
      'sizes.chart',
      'guests.send-code',
      'guests.order',
    ],
  },
  undefined,
  () => flows,
);

const words = fc.constantFrom(
  ...PHRASINGS.map(([text]) => text),
  '第二个',
  '是的',
  '取消',
  '500以内的呢',
  '上海市静安区南京西路 1 号',
  '帮我取消订单',
  '我要留言',
  '上一步',
  '再说一遍',
  '不对，是 13900001111',
  '175 130',
  'a@b.example',
);
const text = fc.oneof({ weight: 4, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 80 }));
const value = fc.constantFrom(
  'human',
  'answer:freight',
  'answer:gone',
  'attribute:size:mug-blue',
  'product:nope',
  'flow:yes',
  'flow:no',
  'flow:switch',
  'flow:resume',
  'begin:invoice',
  'begin:size-advice',
  'set:reason:price',
  'set:pictures:none',
  'o-2',
  '',
  ':',
  'say:leave',
);
const input: fc.Arbitrary<TurnInput> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('message' as const),
      text,
      reply: fc.option(fc.record({ to: fc.constant(1), value }), { nil: undefined, freq: 3 }),
      pictures: fc.option(fc.constant(['u-1']), { nil: undefined, freq: 6 }),
      about: fc.option(fc.constantFrom('duvet-wool', 'gone'), { nil: undefined }),
      locale: fc.constantFrom('zh-CN', 'en', 'fr'),
      shopper: fc.record({ signedIn: fc.boolean() }),
      at: fc.constant(0),
    }),
  },
  fc.record({
    kind: fc.constant('results' as const),
    results: fc.constantFrom(
      [{ tool: 'orders.list' as const, orders: [PAID, SHIPPED] }],
      [{ tool: 'orders.list' as const, orders: [] }],
      [{ tool: 'orders.get' as const, order: PAID }],
      [{ tool: 'orders.change-address' as const, error: 'failed' }],
      [{ tool: 'task' as const, values: { amount: { amount: 100, currency: 'CNY' } }, order: PAID }],
      [{ tool: 'task' as const, error: 'too-late' }],
      [],
    ),
    at: fc.constant(0),
  }),
  fc.record({
    kind: fc.constant('returned' as const),
    reason: fc.constantFrom('timeout' as const, 'agent' as const, 'nobody' as const),
    locale: fc.constant('en'),
    at: fc.constant(0),
  }),
);

test('in whatever order things come: no throw, an answer or an action, lines the protocol reads, a small plain state', () => {
  fc.assert(
    fc.property(fc.array(input, { minLength: 1, maxLength: 8 }), (inputs) => {
      let state: DialogueState = INITIAL_STATE;
      for (const one of inputs) {
        const result = turn(state, one, knowledge);
        expect(result.replies.length + result.actions.length).toBeGreaterThan(0);
        for (const { kind, body } of result.replies) expect(readContent({ kind, body: body as never }).kind).toBe(kind);
        // Nothing is written that was not shown and confirmed in the turn before.
        for (const action of result.actions)
          if (action.do === 'call' && 'key' in action.call)
            expect([state.flow?.waits, one.kind]).toEqual(['confirm', 'message']);
        const trace = readContent({ kind: 'trace', body: { ...result.trace, turn: 1, state: { ...result.state } } });
        expect(trace.kind).toBe('trace');
        const json = JSON.stringify(result.state);
        expect(json.length).toBeLessThan(4096);
        state = JSON.parse(json) as DialogueState;
        expect(state).toEqual(result.state);
      }
    }),
    { numRuns: 300, seed: 11 },
  );
});
