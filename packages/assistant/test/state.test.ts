import { readContent } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { buildKnowledge, type DialogueState, INITIAL_STATE, turn } from '../src/index.ts';
import { PAID } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const knowledge = buildKnowledge(FIXTURE);
const hello = { kind: 'message', text: '你好', locale: 'zh-CN', shopper: { signedIn: false }, at: 0 } as const;

test('the state is plain JSON of at most 4 kB, whatever was typed', () => {
  const talk = createTalk(knowledge, { orders: [PAID] })
    .say(`有没有${'很软的'.repeat(200)}四件套`)
    .say('改地址')
    .say(`上海市徐汇区漕溪北路 88 号${'附楼'.repeat(150)}，电话 13900001111`);
  expect(talk.state.flow?.waits).toBe('confirm');
  expect(JSON.stringify(talk.state).length).toBeLessThan(4096);
  expect(JSON.parse(JSON.stringify(talk.state))).toEqual(talk.state);
});

test('a turn is a function of its arguments: the same again gives the same, and nothing given is changed', () => {
  const state = Object.freeze({ ...INITIAL_STATE });
  expect(turn(state, hello, knowledge)).toEqual(turn(state, hello, knowledge));
});

test('a state that cannot be read starts the conversation afresh', () => {
  for (const odd of [undefined, null, {}, { v: 2 }, { v: 1, failures: 'x' }])
    expect(turn(odd as unknown as DialogueState, hello, knowledge)).toEqual(turn(INITIAL_STATE, hello, knowledge));
});

test('every trace is one the protocol reads, with candidates, confidence, what was understood and the mood', () => {
  for (const text of ['运费怎么算', '纯棉四件套 500 以内', '这是什么', '', '垃圾'.repeat(400), 'x'.repeat(4000)]) {
    const { trace, state } = turn(INITIAL_STATE, { ...hello, text }, knowledge);
    expect(readContent({ kind: 'trace', body: { ...trace, turn: 1, state } }).kind).toBe('trace');
  }
  const { trace } = turn(INITIAL_STATE, { ...hello, text: '运费怎么算' }, knowledge);
  expect(trace).toMatchObject({
    decision: 'answer',
    source: 'freight',
    lang: 'zh-CN',
    understood: ['freight', '?how-much'],
  });
  expect(trace.candidates.find(({ used }) => used)).toMatchObject({ kind: 'answer', id: 'freight' });
});

test('replies speak the language of the sentence, else of the conversation, else of the page', () => {
  const lang = (text: string, locale: string, state = INITIAL_STATE) => {
    const { replies } = turn(state, { ...hello, text, locale }, knowledge);
    return replies.map((reply) => (reply.kind === 'text' ? reply.body.lang : reply.kind));
  };
  expect(lang('how much is shipping', 'zh-CN')).toEqual(['en']);
  expect(lang('邮费多少', 'en')).toEqual(['zh-CN']);
  const english = turn(INITIAL_STATE, { ...hello, text: 'how much is the oak table lamp' }, knowledge).state;
  expect(english.lang).toBe('en');
  expect(lang('lamp 价格', 'en', english)).toEqual(['zh-CN']);
});
