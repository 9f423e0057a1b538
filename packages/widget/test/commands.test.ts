// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { type Call, replay } from '../src/commands.ts';
import { reported, settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
  reported.length = 0;
});

test('waiting calls are made in their order; one that throws is reported and skipped', async () => {
  const w = await stage();
  const seen: string[] = [];
  const hear = (name: string) => () => seen.push(name);
  const queue: Call[] = [
    ['on', 'panel:opened', hear('opened')],
    ['dance'],
    ['open'],
    ['on', 'panel:closed', hear('closed')],
    ['close'],
  ];
  replay(w.commands, queue);
  expect(seen).toEqual(['opened', 'closed']);
  expect(reported.map(String)).toEqual(['TypeError: xiaoer: unknown command "dance"']);
});

test('a listener taken back while it waited is never heard; one taken back later is heard until then', async () => {
  const w = await stage();
  const seen: string[] = [];
  const early: Call = ['on', 'panel:opened', () => seen.push('early')];
  const late: Call = ['on', 'panel:opened', () => seen.push('late')];
  early.splice(0);
  replay(w.commands, [early, late]);
  w.commands.open();
  late.undo?.();
  w.commands.close();
  w.commands.open();
  expect(seen).toEqual(['late']);
});

test('options of the wrong form are refused with their name', async () => {
  const w = await stage();
  const refusals = [
    () => w.commands.update({ locale: 7 as unknown as string }),
    () => w.commands.update({ privacy: 'javascript:alert(1)' }),
    () => w.commands.update({ focus: { product: 'x', image: 'data:image/png,' } }),
    () => w.commands.update({ strings: { 'panel.title': undefined, 'panel.close': 7 as unknown as string } }),
    () => w.commands.update({ shop: 'another' }),
    () => w.commands.on('panel:opened', undefined as unknown as () => void),
  ].map((act) => {
    try {
      act();
      return 'taken';
    } catch (error) {
      return String(error).replace('TypeError: xiaoer: ', '');
    }
  });
  expect(refusals).toEqual([
    'option locale must be a text that is not empty',
    'option privacy must be an address or a path',
    "option focus must be { product: 'id', title?, image?, price? } or null",
    'option strings must be texts by key',
    'option shop cannot change; destroy and boot',
    'on panel:opened needs a function',
  ]);
});

test('a sign-in before the first visit opens no link; it happens with the first one', async () => {
  const w = await stage();
  const states: string[] = [];
  const signedIn = w.commands.identify(() => 'token-1').then(() => states.push('signed in'));
  await settle();
  expect(w.calls).toEqual([]);
  w.commands.open();
  await signedIn;
  expect(states).toEqual(['signed in']);
  expect(w.calls.slice(0, 2)).toEqual(['connect', 'identify "token-1"']);
  // What the page shows is told with the second stage.
  await vi.waitFor(() => expect(w.calls).toContain('setPage null'));
});

test('what the page says for a shopper who is being signed in leaves as theirs, or not at all', async () => {
  const w = await stage();
  let give = (_token: string) => {};
  const token = () => new Promise<string>((resolve) => (give = resolve));
  const signing = w.commands.identify(token);
  const sending = w.commands.send('Where is my order?');
  await vi.waitFor(() => expect(w.calls).toContain('connect'));
  await settle();
  expect(w.calls.filter((call) => /^(identify|send)/.test(call))).toEqual([]);
  give('token-1');
  await Promise.all([signing, sending]);
  expect(w.calls.filter((call) => /^(identify|send)/.test(call))).toEqual([
    'identify "token-1"',
    'send "text" {"text":"Where is my order?"}',
  ]);

  const refused = () => Promise.reject(new Error('no token'));
  const answers = await Promise.allSettled([w.commands.identify(refused), w.commands.send('As nobody')]);
  expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.message)).toEqual([
    'no token',
    'no token',
  ]);
  // Signing out ends the wish to be somebody: what comes then is said as a visitor.
  await w.commands.logout();
  await w.commands.send('As a visitor');
  expect(w.calls.filter((call) => call.startsWith('send')).length).toBe(2);
});

test('destroy leaves nothing behind', async () => {
  const w = await stage({ open: true });
  w.commands.destroy();
  w.commands.destroy();
  await settle();
  expect(w.element.isConnected).toBe(false);
  expect(w.root.childNodes.length).toBe(0);
  expect(w.calls.at(-1)).toBe('destroy');
});

test('withdrawn consent wipes what was kept and goes on without a store', async () => {
  const w = await stage({ open: true });
  await w.commands.send('hello');
  expect(localStorage.getItem('xiaoer:demo')).toBe('1');
  await w.commands.consent('none');
  expect(localStorage.length).toBe(0);
  expect(w.calls.filter((call) => /^(logout|destroy|connect)/.test(call))).toEqual([
    'connect',
    'logout',
    'destroy',
    'connect',
  ]);
  expect(w.made().map((made) => ({ ...made, locale: '' }))).toMatchObject([
    { shop: 'demo', server: location.origin, locale: '', store: true, resume: false },
    { shop: 'demo', server: location.origin, locale: '', store: false, resume: false },
  ]);
});

test('where the host asks for it, the shopper is asked before the first message is kept', async () => {
  const w = await stage({ open: true, consent: 'ask' });
  await w.type('hello');
  await w.press('[part=send]');
  await vi.waitFor(() => w.find('.consent'));
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual([]);
  expect(w.field().value).toBe('hello');
  w.all('.consent button')[0]?.click();
  await vi.waitFor(() => expect(w.calls.at(-1)).toBe('send "text" {"text":"hello"}'));
  expect(localStorage.length).toBe(0);
});
