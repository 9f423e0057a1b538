import { expect, test } from 'vitest';
import { type Flow, readFlow } from '../src/flows.ts';
import { buildKnowledge, type KnowledgeSource } from '../src/index.ts';
import { DELIVERED, PAID } from './fixture-orders.ts';
import { FIXTURE } from './fixture-shop.ts';
import { createTalk } from './timeline.ts';

const NOTE: Flow = {
  flow: 1,
  id: 'gift-note',
  title: 'a gift note',
  phrases: 'add a gift note',
  slots: { note: { type: 'text', label: 'Note', ask: 'What shall it say?' } },
  steps: [
    { ask: 'note' },
    { confirm: 'The note: {note}. Shall I add it?' },
    { call: 'gifts.note', with: { text: 'note' } },
    { say: 'It is added.' },
  ],
};
/** The same with a question before: the step at which the other stands is another one here. */
const LONGER: Flow = {
  ...NOTE,
  slots: { to: { type: 'text', label: 'For', ask: 'For whom is it?' }, ...NOTE.slots },
  steps: [{ ask: 'to' }, ...NOTE.steps],
};

const source: KnowledgeSource = { ...FIXTURE, answers: [] };
const knowing = (more: Partial<KnowledgeSource>) => buildKnowledge({ ...source, ...more });
const talk = (flows: readonly Flow[]) =>
  createTalk(knowing({ flows }), { locale: 'en', orders: [PAID, DELIVERED], tools: { 'gifts.note': () => ({}) } });

test('a flow that is off begins by nothing, and who is in the middle of it goes on to its end', () => {
  const off = knowing({ flows: [NOTE], flowsOff: ['gift-note', 'cancel-order'] });
  const other = createTalk(off, { locale: 'en', orders: [PAID, DELIVERED] });
  other.say('add a gift note').say('cancel my order').say('…', { value: 'begin:gift-note' });
  other.say('…', { value: 'cancel', order: PAID.id });
  expect([other.state.flow, other.calls.filter((call) => 'key' in call)]).toEqual([undefined, []]);
  // The button on an older card tells of that order what there is to tell.
  expect(other.log.at(-1)).toContain(PAID.id);

  const begun = talk([NOTE]).say('add a gift note').say('happy birthday');
  begun.knows(off).press('flow:yes');
  expect(begun.log.slice(-2).join()).toContain('It is added.');
});

test('a flow that was changed is gone through from its beginning: an old yes agrees to nothing', () => {
  const begun = talk([NOTE]).say('add a gift note').say('happy birthday');
  const [yes = ''] = /flow:yes:\w+/.exec(begun.log.join()) ?? [];
  begun.knows(knowing({ flows: [LONGER] })).say('Yes', { value: yes });
  expect(begun.calls).toEqual([]);
  expect(begun.log.slice(-2)).toEqual([
    expect.stringContaining('The shop has just changed how this is done'),
    expect.stringContaining('For whom is it?'),
  ]);
  begun.say('for Wei').say('happy birthday').press('flow:yes');
  expect(begun.calls).toMatchObject([{ tool: 'task', task: 'gifts.note', args: { text: 'happy birthday' } }]);
  expect(begun.state.flow).toBeUndefined();
});

test('in the middle of a changed flow a question is answered, a no ends it, and what waited under it comes again', () => {
  const begun = talk([NOTE]).say('add a gift note');
  begun.knows(knowing({ flows: [LONGER] })).say('never mind');
  expect([begun.state.flow, begun.calls]).toEqual([undefined, []]);
  const beside = talk([NOTE]).say('add a gift note').say('where is my order');
  expect(beside.state.flow?.flow).toBe('gift-note');
  const under = talk([NOTE]).say('add a gift note').say('happy birthday').say('cancel my order').press('flow:switch');
  under
    .knows(knowing({ flows: [LONGER] }))
    .say('never mind')
    .press('flow:resume');
  expect(under.log.at(-1)).toContain('For whom is it?');
});

test('the shipped one goes on as it began, and one that takes its place does not', () => {
  const begun = talk([]).say('cancel my order');
  expect(begun.state.flow).toMatchObject({ flow: 'cancel-order' });
  expect(begun.state.flow?.made).toBeUndefined();
  const own: Flow = { ...NOTE, id: 'cancel-order', title: 'cancelling' };
  begun.knows(knowing({ flows: [own] })).say(PAID.number);
  expect(begun.log.at(-1)).toContain('What shall it say?');
  expect(readFlow(JSON.stringify(own))).toHaveProperty('flow');
});
