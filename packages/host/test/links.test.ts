import type { Participant } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { C1, Guest, openInn } from './inn.ts';

const LIN: Participant = { role: 'agent', id: 'lin', name: 'lin' };

test('of more than 20 links of one principal the oldest ends, which is the dead one', async () => {
  const { env, shopper, host } = await openInn();
  const links: Guest[] = [];
  for (let n = 0; n < 20; n++) links.push(await shopper('man'));
  await shopper('wife');
  // Says hello again: it is not younger for that.
  links[0]?.hello({ secret: 'secret-man'.padEnd(43, '-') });
  await env.settle();
  expect(links.map(({ closed }) => closed)).toEqual(Array(20).fill(undefined));
  const newest = await shopper('man');
  expect(links.map(({ closed }) => closed)).toEqual([
    '1008 too many links of one principal',
    ...Array(19).fill(undefined),
  ]);
  expect(host.stats().links).toBe(21);
  newest.say(C1, 'a1', '在吗');
  await env.settle();
  expect(links.map((link) => link.sees(C1).length)).toEqual([0, ...Array(19).fill(3)]);
});

test('an agent’s links are counted alike, and the agent stays at the desk', async () => {
  const { env, host } = await openInn();
  const links = Array.from({ length: 21 }, () => new Guest(host, 'agent', LIN));
  for (const link of links) link.hello();
  await env.settle();
  expect(links.filter(({ closed }) => closed)).toEqual([links[0]]);
  expect(host.stats()).toMatchObject({ links: 20, agents: 1 });
});

test('a link that changes its principal makes room', async () => {
  const { env, shopper } = await openInn();
  const links: Guest[] = [];
  for (let n = 0; n < 20; n++) links.push(await shopper('man'));
  links[0]?.hello({ secret: 'secret-wife'.padEnd(43, '-') });
  await env.settle();
  await shopper('man');
  expect(links.filter(({ closed }) => closed)).toEqual([]);
});
