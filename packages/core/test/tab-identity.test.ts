import { BOT, eventFor, eventOf, fakeProfile } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { tabOf, twoTabs } from './tab-talk.ts';

const tokenOf = (sub: string, mark = sub) => `h.${btoa(JSON.stringify({ sub }))}.${mark}`;
const user = (sub: string) => ({ role: 'shopper', id: `user:${sub}` }) as const;

/** Two tabs of one account that has said «mine» and was answered. */
async function signedIn(profile = fakeProfile()) {
  const first = tabOf(profile);
  first.client.connect();
  await profile.settle();
  const one = first.client.identify(async () => tokenOf('a'));
  await first.greet(user('a'));
  await one;
  await first.say('mine');
  const op = first.server.op('mine');
  first.server.events(op.conversation, [eventFor(op, 1), eventOf(2, BOT, 'secret of a')]);
  await profile.settle();
  const second = tabOf(profile);
  second.client.connect();
  await profile.settle();
  const two = second.client.identify(async () => tokenOf('a'));
  await second.greet(user('a'), [{ conversation: op.conversation, epoch: 'A', head: 2 }]);
  await two;
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper mine sent', '2 bot secret of a']);
  return { profile, first, second };
}

test('rule 12: every running tab shows nothing any more before logout() resolves', async () => {
  const { profile, first, second } = await signedIn();
  let out = false;
  void first.client.logout().then(() => {
    expect(second.lines()).toEqual([]);
    out = true;
  });
  await profile.settle();
  expect(out).toBe(true);
  expect([first.lines(), second.lines()]).toEqual([[], []]);
  expect(await profile.stores.get('inn:user:a')?.list([])).toEqual([]);
  await second.greet(null);
  expect([first.client.principal.value, second.client.principal.value]).toEqual([null, null]);
});

test('rule 12: a tab that only read, and stored nothing itself, signs out with the others', async () => {
  const profile = fakeProfile();
  const tabs = [tabOf(profile), tabOf(profile)] as const;
  for (const { client, greet } of tabs) {
    client.connect();
    await profile.settle();
    const signed = client.identify(async () => tokenOf('a'));
    await greet(user('a'));
    await signed;
  }
  const [first, second] = tabs;
  await profile.settle();
  await first.client.logout();
  await second.greet(null);
  expect(second.client.principal.value).toBe(null);
});

test('rule 12: a tab that the server has not answered yet signs out with the others', async () => {
  const profile = fakeProfile();
  const first = tabOf(profile);
  first.client.connect();
  await first.say('mine');
  await first.greet();
  const op = first.server.op('mine');
  first.server.events(op.conversation, [eventFor(op, 1)]);
  await profile.settle();
  const second = tabOf(profile);
  second.client.connect();
  await profile.settle();
  expect(second.lines()).toEqual(['1 shopper mine sent']);
  let shown: readonly string[] | undefined;
  void first.client.logout().then(() => {
    shown = second.lines();
  });
  await profile.settle();
  expect(shown).toEqual([]);
});

test('rule 12: a frozen tab does not hold logout() up, and shows nothing when it comes back', async () => {
  const { profile, first, second } = await signedIn();
  second.env.freeze();
  let out = false;
  void first.client.logout().then(() => {
    out = true;
  });
  await profile.advance(1_000);
  expect(out).toBe(false);
  await profile.advance(1_500);
  expect(out).toBe(true);
  await second.env.thaw();
  expect(second.lines()).toEqual([]);
  // One that was told that it freezes is blank from then on.
  const again = await signedIn();
  await again.second.env.live('freeze');
  expect(again.second.lines()).toEqual([]);
  await again.first.client.logout();
  await again.second.env.live('resume');
  expect(again.second.lines()).toEqual([]);
});

test('rule 12: a tab whose hint was lost is told again, while logout() waits', async () => {
  const { profile, first, second } = await signedIn();
  profile.lose(({ t }) => t === 'wiped');
  let out = false;
  void first.client.logout().then(() => {
    out = true;
  });
  await profile.settle();
  profile.lose(() => false);
  expect([out, second.lines().length]).toEqual([false, 2]);
  await profile.advance(500);
  expect([out, second.lines()]).toEqual([true, []]);
});

test('rule 12: a store that was evicted under a running page is no logout: what was written stays on the screen', async () => {
  const { profile, first } = await signedIn();
  await first.say('more');
  await profile.stores.get('inn:user:a')?.wipe();
  await first.env.live('visible');
  await first.say('and more');
  expect(first.lines().slice(2)).toEqual(['- shopper more sending', '- shopper and more sending unsaved']);
});

test('rule 12: A, B, A within 50 ms shows nobody what another wrote', async () => {
  const { profile, first } = await signedIn();
  const b = first.client.identify(async () => tokenOf('b'));
  const refused = expect(b).rejects.toMatchObject({ code: 'signed-out' });
  await profile.advance(20);
  expect(first.lines()).toEqual([]);
  void first.client.send('text', { text: 'by b' });
  await profile.advance(20);
  const a = first.client.identify(async () => tokenOf('a', 'a2'));
  await refused;
  await profile.settle();
  expect(first.lines()).toEqual([]);
  first.server.heard();
  await profile.advance(1_000);
  await first.greet(user('a'));
  await a;
  expect(first.lines()).toEqual([]);
  expect(first.server.heard().filter((line) => /by b/.test(line))).toEqual([]);
  expect(await profile.stores.get('inn:user:b')?.list([])).toEqual([]);
});

test('rule 12: of several identify() at once the last one counts', async () => {
  const { client, env, greet } = tabOf(fakeProfile());
  client.connect();
  await env.settle();
  const answers: ((token: string) => void)[] = [];
  const wish = () => client.identify(() => new Promise((resolve) => answers.push(resolve)));
  const a = wish();
  await env.settle();
  const b = wish();
  await env.settle();
  const refused = expect(a).rejects.toMatchObject({ code: 'signed-out' });
  answers[1]?.(tokenOf('b'));
  await greet(user('b'));
  await b;
  answers[0]?.(tokenOf('a'));
  await refused;
  expect(client.principal.value).toEqual(user('b'));
});

test('rule 12: a shared computer: the next shopper sees nothing of the one before, in any tab', async () => {
  const { profile, first, second } = await signedIn();
  await first.client.logout();
  const b = second.client.identify(async () => tokenOf('b'));
  await second.greet(user('b'));
  await b;
  await second.say('by b');
  expect([first.lines(), second.lines()]).toEqual([[], ['- shopper by b sending']]);
  expect(second.client.claimable.value).toBe(false);
  const third = tabOf(profile);
  third.client.connect();
  await third.greet(null);
  expect(third.lines()).toEqual([]);
});

test('destroy leaves no timer, listener, lock or channel, in a tab that leads, one that follows and one alone', async () => {
  const { profile, first, second } = await twoTabs();
  const third = tabOf(fakeProfile({ without: ['locks'] }));
  third.client.connect();
  await third.greet(null);
  await second.say('hello');
  for (const tab of [first, second, third]) tab.client.setDraft('half');
  await profile.advance(100);
  for (const { client, env } of [second, first, third]) {
    client.destroy();
    await env.advance(10);
    expect([env.timers(), env.listeners(), env.heldLocks(), env.openChannels()]).toEqual([0, 0, [], 0]);
  }
  await profile.advance(60_000);
  expect([first, second, third].map(({ env }) => env.timers())).toEqual([0, 0, 0]);
});
