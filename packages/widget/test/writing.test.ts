// @vitest-environment happy-dom
import type { Storage } from '@xiaoer/core';
import { afterEach, expect, test, vi } from 'vitest';
import { shouldSound } from '../src/parts/upkeep/should-sound.ts';
import { createMemory } from '../src/state/consent.ts';
import {
  followHabits,
  isMuted,
  noteEmoji,
  noteSticker,
  recentEmoji,
  recentStickers,
  setMuted,
} from '../src/state/habits.ts';
import { settle, stage } from './stage.ts';

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

type Stage = Awaited<ReturnType<typeof stage>>;

const choose = async (w: Stage, ...files: readonly File[]) => {
  const input = w.find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
};
const attached = (w: Stage) => w.calls.filter((call) => call.startsWith('attach'));
const problem = (w: Stage) => w.all('.foot [role=alert]').map((each) => each.textContent);
const button = (w: Stage, name: string) => {
  const found = w.all('button').find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const press = async (w: Stage, name: string) => {
  button(w, name).click();
  await settle();
};

test('what is chosen is attached in its order: pictures as pictures, drawings with programs in them as files', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  const file = (name: string, type: string) => new File(['x'], name, { type });
  await choose(w, file('a.png', 'image/png'), file('b.svg', 'image/svg+xml'), file('c.pdf', 'application/pdf'));
  expect(attached(w)).toEqual(['attach "image" "a.png" 1', 'attach "file" "b.svg" 1', 'attach "file" "c.pdf" 1']);
});

test('a refused attachment is said in words, and the next one clears it', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  const said: unknown[] = [];
  for (const code of ['file-too-large', 'file-type', 'picture-unreadable', 'attachments-full', 'not-loaded']) {
    w.refuse(Object.assign(new Error(code), { code }));
    await choose(w, new File(['x'], 'a.png', { type: 'image/png' }));
    said.push(problem(w)[0]);
  }
  expect(said).toEqual([
    'A file may have up to 10 MB, and must not be empty.',
    'Files of this type cannot be sent. Pictures, sound, PDF, text and Office documents can.',
    'This picture cannot be read here.',
    'Many files are waiting already. Send this one when they have left.',
    'This could not be sent. Please try again.',
  ]);
  w.refuse(null);
  await choose(w, new File(['x'], 'a.png', { type: 'image/png' }));
  expect(problem(w)).toEqual([]);
});

test('where consent is asked for, a file waits for the answer, and the draft stands through it', async () => {
  const w = await stage({ open: true, consent: 'ask' });
  await vi.waitFor(() => w.find('input[type=file]'));
  await w.type('and this');
  await choose(w, new File(['x'], 'a.png', { type: 'image/png' }));
  expect(attached(w)).toEqual([]);
  await press(w, 'Keep');
  await vi.waitFor(() => expect(attached(w)).toEqual(['attach "image" "a.png" 1']));
  expect(w.field().value).toBe('and this');
});

test('a message that is quoted goes along with the next one, once', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  w.add(w.bot('It is wool.'));
  await settle();
  await w.press('.more');
  await press(w, 'Quote');
  expect(w.find('.quoting').textContent).toContain('It is wool.');
  for (const text of ['all of it?', 'good']) {
    await w.type(text);
    await w.key(w.field(), { key: 'Enter' });
  }
  expect(w.calls.filter((call) => call.startsWith('send'))).toEqual([
    'send "text" {"text":"all of it?","quote":1}',
    'send "text" {"text":"good"}',
  ]);
  expect(w.all('.quoting')).toEqual([]);
  expect(w.find('.quote').textContent).toContain('It is wool.');
});

test('own words are taken back from their menu; the words for one who comes too late', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  const mine = w.me('to the wrong address');
  w.add(mine);
  await settle();
  await w.press('.more');
  await press(w, 'Take back');
  expect(w.calls).toContain(`retract "${mine.id}"`);
  w.emit('message:failed', w.of({ kind: 'retracted', body: { target: 1 } }));
  await settle();
  expect(problem(w)).toEqual(['The message could not be taken back. Please try again.']);
  w.emit('message:failed', { ...w.of({ kind: 'retracted', body: { target: 1 } }), error: 'too-late' });
  await settle();
  expect(problem(w)).toEqual(['A message can be taken back for two minutes only. It stays.']);
});

test('a chat that has moved to an account on another device is said, with what to do', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  w.emit('connection:changed', { state: 'offline', problem: 'secret-revoked', durable: true, storage: 'ok' });
  await settle();
  expect(problem(w)).toEqual(['This conversation has moved to your account. Sign in to go on with it.']);
});

test('who signs in is asked what becomes of the chat before, and both answers are kept to', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  w.claimable.value = true;
  await settle();
  await press(w, 'It is mine, bring it');
  expect(w.calls).toContain('claim true');
  w.claimable.value = true;
  await settle();
  await press(w, 'Delete it here');
  expect(w.calls).toContain('claim false');
  expect(w.all('#claim')).toEqual([]);
});

test('a store that does not keep is said, with why; not where the shopper wanted that', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  const said = async (storage: Storage) => {
    w.connection.value = { state: 'online', durable: storage === 'ok', storage };
    await settle();
    return w.all('.storage').map((each) => each.textContent?.slice(0, 40));
  };
  expect([await said('ok'), await said('memory'), await said('quota'), await said('timeout')]).toEqual([
    [],
    ['This browser keeps nothing (a private wi'],
    ['The disk of this device is full. What yo'],
    ['The storage of this browser does not ans'],
  ]);
  await press(w, 'Hide this');
  expect(w.all('.storage')).toEqual([]);
  expect(await said('newer-schema')).toEqual(['A newer version of this chat is open in ']);
  await w.commands.consent('none');
  expect(await said('memory')).toEqual([]);
});

test('the newest own message that an agent has seen says so, and no other', async () => {
  const w = await stage({ open: true });
  await vi.waitFor(() => w.find('input[type=file]'));
  w.add(w.me('one'), w.me('two'), w.me('three'));
  w.seen.value = 2;
  await settle();
  expect(w.all('.row').map((row) => /Read$|Read⋯$/.test(row.textContent ?? ''))).toEqual([false, true, false]);
});

test('questions of the page stand above the field of a conversation that has begun, until one was asked', async () => {
  const w = await stage({ open: true, questions: ['Is it in stock?', 'Does it shrink?'] });
  await vi.waitFor(() => w.find('input[type=file]'));
  expect(w.all('.quick')).toEqual([]);
  w.add(w.bot('Welcome back.'));
  await settle();
  await press(w, 'Does it shrink?');
  expect(w.calls).toContain('send "text" {"text":"Does it shrink?"}');
  expect(w.all('.quick')).toEqual([]);
  w.commands.update({ questions: ['Where is it made?'] });
  await settle();
  expect(w.all('.quick li').map((each) => each.textContent)).toEqual(['Where is it made?']);
});

test('a sound is made by one tab, unless somebody looks on or wants none', () => {
  expect([
    shouldSound({ leads: true, muted: false, watched: false }),
    shouldSound({ leads: false, muted: false, watched: false }),
    shouldSound({ leads: true, muted: true, watched: false }),
    shouldSound({ leads: true, muted: false, watched: true }),
  ]).toEqual([true, false, false, false]);
});

test('habits: emoji and stickers used last, newest first, and the sound, in the one flag', () => {
  const memory = createMemory('demo', 'all');
  memory.keep();
  for (const emoji of ['🙂', '🫖', '🙂']) noteEmoji(memory, emoji);
  for (let n = 0; n < 12; n++) noteSticker(memory, `s${n}`);
  setMuted(memory, true);
  const again = createMemory('demo', 'all');
  expect([recentEmoji(again), recentStickers(again).length, recentStickers(again)[0], isMuted(again)]).toEqual([
    ['🙂', '🫖'],
    9,
    's11',
    true,
  ]);
  const other = createMemory('demo', 'all');
  const end = followHabits(other, 'demo');
  setMuted(again, false);
  dispatchEvent(
    new StorageEvent('storage', { key: 'xiaoer:demo', newValue: localStorage.getItem('xiaoer:demo') ?? '' }),
  );
  expect(isMuted(other)).toBe(false);
  end();
  expect([isMuted(createMemory('demo', 'all')), recentEmoji(again).length]).toEqual([false, 2]);
});
