// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { greetingMemory } from '../src/parts/greeting/greeting-memory.ts';
import { readGreeting } from '../src/parts/greeting/read-greeting.ts';
import '../src/parts/greeting/greet.tsx';
import '../src/parts/placing/place.ts';
import type { WidgetOptions } from '../src/state/options.ts';
import { stage } from './stage.ts';

beforeEach(() => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible'));
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  localStorage.clear();
});

const DAY = 86_400_000;
const greeting = {
  text: 'Looking for something warm?',
  questions: ['Which duvet?', 'A gift?', 'Too many'],
  after: 0.1,
};
const pause = (ms = 250) => new Promise((resolve) => setTimeout(resolve, ms));

/** A widget that greets, and what it tells. */
async function greets(options: Partial<WidgetOptions> = {}) {
  const w = await stage({ greeting, ...options });
  const told: string[] = [];
  for (const name of ['greeting:shown', 'greeting:closed', 'panel:opened'] as const)
    w.commands.on(name, () => told.push(name));
  return { ...w, told };
}
const shown = (w: Awaited<ReturnType<typeof greets>>) => w.all('[part=greeting]').length;

test('a greeting comes without a link, takes no focus, and its question opens the panel and is asked', async () => {
  const w = await greets();
  await vi.waitFor(() => expect(shown(w)).toBe(1));
  expect([w.calls, w.root.activeElement]).toEqual([[], null]);
  expect(w.all('[part=greeting] button').map((each) => each.textContent || each.getAttribute('aria-label'))).toEqual([
    'Looking for something warm?',
    'Which duvet?',
    'A gift?',
    'Close',
  ]);
  await vi.waitFor(() => expect(w.find('[part=greeting] [role=status]').textContent).toBe(greeting.text));
  w.all('[part=greeting] button')[1]?.click();
  await vi.waitFor(() => expect(w.calls).toContain('send "text" {"text":"Which duvet?"}'));
  await vi.waitFor(() => expect(shown(w)).toBe(0));
  expect(w.told.slice(-2)).toEqual(['greeting:closed', 'panel:opened']);
});

test('it can be closed, and does not come again before its time, in whatever tab', async () => {
  const w = await greets();
  await vi.waitFor(() => expect(shown(w)).toBe(1));
  await w.press('[part=greeting] [aria-label=Close]');
  expect([shown(w), w.told.at(-1)]).toEqual([0, 'greeting:closed']);
  const again = await greets();
  await pause();
  expect(shown(again)).toBe(0);
});

test('nobody is greeted without consent to what counts it, in the open chat, or who has chatted here', async () => {
  for (const consent of ['none', 'ask'] as const) {
    const w = await greets({ consent });
    await pause();
    expect([consent, shown(w), localStorage.length]).toEqual([consent, 0, 0]);
    w.commands.destroy();
  }
  const open = await greets({ open: true });
  await pause();
  expect(shown(open)).toBe(0);
  open.commands.destroy();
  localStorage.setItem('xiaoer:demo', '1');
  const known = await greets();
  await pause();
  expect(shown(known)).toBe(0);
});

test('withdrawn consent takes back that somebody was greeted', async () => {
  const w = await greets();
  await vi.waitFor(() => expect(localStorage.getItem('xiaoer:demo:greeted')).not.toBe(null));
  await w.commands.consent('none');
  expect(localStorage.length).toBe(0);
});

test('destroyed, it is gone with the widget', async () => {
  const w = await greets();
  await vi.waitFor(() => expect(shown(w)).toBe(1));
  w.commands.destroy();
  expect(w.root.childNodes.length).toBe(0);
});

test('so many days lie between two greetings; a clock that was set back holds up none', () => {
  let now = 1_000 * DAY;
  const memory = greetingMemory('demo', () => now);
  expect(memory.isDue(7)).toBe(true);
  memory.note();
  const due = [6.9, 7.1, 0, -300].map((days) => {
    now = (1_000 + days) * DAY;
    return memory.isDue(7);
  });
  expect(due).toEqual([false, true, false, true]);
  now = 1_000 * DAY;
  expect(memory.isDue(0)).toBe(true);
});

test('a greeting of the wrong form is refused with what is wrong', () => {
  const refusals = [
    { text: '' },
    { text: 'Hello', questions: [''] },
    { text: 'Hello', after: -1 },
    { text: 'Hello', every: '7' as unknown as number },
  ].map((wrong) => {
    try {
      return readGreeting(wrong);
    } catch (error) {
      return String(error).replace('TypeError: xiaoer: option greeting: ', '');
    }
  });
  expect(refusals).toEqual([
    'text must be a text that is not empty',
    'questions must be a list of texts',
    'after must be seconds, 0 or more',
    'every must be days, 0 or more',
  ]);
  expect(readGreeting('Hello')).toEqual({ text: 'Hello' });
});
