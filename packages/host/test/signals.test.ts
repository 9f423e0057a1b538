import { expect, test } from 'vitest';
import { C1, openInn } from './inn.ts';

test('typing goes to everybody else in the conversation, with its author out of the credential', async () => {
  const { env, shopper, agent } = await openInn();
  const [man, tab] = [await shopper('man'), await shopper('man')];
  man.say(C1, 'a1', '一');
  await env.settle();
  const lin = await agent();
  lin.watch(C1);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.pass(300);
  for (const guest of [man, tab, lin]) guest.since();
  man.raw(
    `{"t":"signal","name":"typing","conversation":"${C1}","body":{"on":true},"from":{"role":"agent","id":"boss"}}`,
  );
  lin.typing(C1, true);
  expect([man.since(), tab.since(), lin.since()]).toEqual([
    ['signal typing {"on":true}'],
    ['signal typing {"on":true}'],
    ['signal typing {"on":true}'],
  ]);
  expect(lin.frames.at(-1)).toMatchObject({ name: 'typing', from: { role: 'shopper', id: 'man' } });
});

test('a colleague who only reads along is not shown to the shopper as typing', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  const [lin, wang] = [await agent('lin'), await agent('wang')];
  for (const guest of [lin, wang]) guest.watch(C1);
  lin.op(C1, 'j', 'handoff', { state: 'joined' }, { serving: 0 });
  await env.pass(300);
  for (const guest of [man, lin]) guest.since();
  wang.typing(C1, true);
  expect([man.since(), lin.since()]).toEqual([[], ['signal typing {"on":true}']]);
});

test('the page in focus reaches the agents, those who come later too, and a page from before the first op', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.send({ t: 'signal', name: 'page', body: { title: '羽绒被', product: 'p1' } });
  man.say(C1, 'a1', '一');
  await env.settle();
  const lin = await agent();
  lin.watch(C1);
  await env.settle();
  expect(lin.since('inbox')[0]).toBe('signal page {"title":"羽绒被","product":"p1"}');
  man.send({ t: 'signal', name: 'page', conversation: C1, body: { title: '蚕丝被' } });
  expect(lin.since('inbox').at(-1)).toBe('signal page {"title":"蚕丝被"}');
  expect(man.since().filter((line) => line.startsWith('signal page'))).toEqual([]);
});

test('what only the house may signal is ignored, and so is more than ten a second', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  const lin = await agent();
  lin.watch(C1);
  await env.pass(2_000);
  lin.since();
  man.send({ t: 'signal', name: 'presence', body: { agents: 9 } });
  man.send({ t: 'signal', name: 'queue', conversation: C1, body: { position: 1 } });
  man.send({ t: 'signal', name: 'inbox', body: { rows: [], gone: [C1] } });
  expect(lin.since()).toEqual([]);
  for (let n = 0; n < 30; n++) man.typing(C1, true);
  expect(lin.since()).toHaveLength(7);
  await env.pass(1_000);
  for (let n = 0; n < 30; n++) man.typing(C1, true);
  expect(lin.since()).toHaveLength(10);
});

test('an agent who stops watching hears no more of it', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  const lin = await agent();
  lin.watch(C1);
  lin.send({ t: 'watch', conversation: C1, on: false });
  await env.settle();
  lin.since();
  man.say(C1, 'a2', '二');
  await env.settle();
  expect(lin.since('inbox')).toEqual([]);
});

test('matters of the house are hidden from shoppers, in live events, replay and history, without a hole', async () => {
  const { env, shopper, agent } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '一');
  await env.settle();
  const lin = await agent();
  lin.watch(C1);
  lin.op(C1, 'n', 'note', { text: '秘密' });
  await env.settle();
  const again = await shopper();
  again.send({ t: 'pull', conversation: C1, nonce: 'p', before: 5, limit: 9 });
  await env.settle();
  const hidden = ['1 shopper text 一', '2 bot text 答：一', '3 house hidden', '4 house hidden'];
  expect(man.sees(C1)).toEqual(hidden);
  expect(again.sees(C1)).toEqual(hidden);
  expect(again.since()).toEqual([`page ${hidden.join(' | ')}`]);
  expect(JSON.stringify([man.frames, again.frames])).not.toMatch(/秘密|lin|decision/);
  expect(lin.sees(C1).slice(2)).toEqual(['3 bot trace answer', '4 agent note 秘密']);
});
