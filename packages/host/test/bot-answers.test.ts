import { expect, test } from 'vitest';
import { C1, openInn } from './inn.ts';

test('a sentence goes out once and comes back once, and the bot answers it in one batch', async () => {
  const { env, shopper, written } = await openInn();
  const man = await shopper();
  man.say(C1, 'a1', '有热水吗');
  await env.settle();
  expect(man.since()).toEqual([
    'events 1 shopper text 有热水吗',
    'ack a1 1',
    'events 2 bot text 答：有热水吗 | 3 house hidden',
  ]);
  expect(await written(C1)).toEqual(['1 shopper text 有热水吗', '2 bot text 答：有热水吗', '3 bot trace answer']);
});
