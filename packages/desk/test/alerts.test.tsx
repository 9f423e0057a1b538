// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { createBell } from '../src/alerts/bell.ts';
import { oneTab } from '../src/alerts/one-tab.ts';
import { drawn, held, id, memory, NOW, row, silence, stage, waiting } from './stage.tsx';

const said = (text: string, at: number) => ({ last: { at, role: 'shopper', text } });

it('rings once for several things at once, and tells each by name', async () => {
  const alerts = silence();
  const { inbox } = stage([held('Mei', said('hello', NOW - 9_000)), row('Li')], { alerts });
  inbox.value = [held('Mei', said('are you there?', NOW)), waiting('Li', 0, said('a person please', NOW)), row('Wu')];
  expect(alerts.heard).toEqual(['Mei has answered: are you there?', 'Li asks for a person: a person please', 'ring']);
  inbox.value = [...inbox.value.slice(0, 2), row('Wu', { left: true, ...said('call me', NOW) })];
  // Within the same second: told, not rung.
  expect(alerts.heard.slice(3)).toEqual(['Wu left a message: call me']);
  vi.advanceTimersByTime(2_000);
  inbox.value = inbox.value.map((one) => (one.conversation === id('Mei') ? held('Mei', said('?', NOW + 2_000)) : one));
  expect(alerts.heard.slice(4)).toEqual(['Mei has answered: ?', 'ring']);
});

it('is silent about what was there before, what colleagues hear, and what the agent looks at', async () => {
  const alerts = { ...silence(), looks: () => true };
  const { desk, inbox } = stage([], { alerts });
  inbox.value = [waiting('Li', 50), held('Mei', said('hello', NOW)), held('He', said('hello', NOW))];
  expect(alerts.heard).toEqual([]);
  desk.select(id('Mei'));
  const zhao = { agent: { id: 'agent-zhao', name: 'Zhao' } };
  inbox.value = [
    waiting('Li', 50),
    held('Mei', said('still here', NOW + 10)),
    held('He', said('hello', NOW)),
    held('Wu', { ...zhao, ...said('mine?', NOW) }),
  ];
  expect(alerts.heard).toEqual([]);
});

it('rings for the first who waits in an empty inbox', () => {
  const alerts = silence();
  const { inbox } = stage([], { alerts });
  inbox.value = [];
  inbox.value = [waiting('Li', 0, said('hello', NOW))];
  expect(alerts.heard).toEqual(['Li asks for a person: hello', 'ring']);
});

it('counts who waits and who has said something new in the title', async () => {
  const { inbox } = drawn([waiting('Zhou', 5)]);
  await act(async () => {
    inbox.value = [...inbox.value, held('Mei', said('hello', NOW))];
  });
  expect(document.title).toBe('(2) new, desk');
});

/** Audio that does not sound: contexts start when they may. */
function fakeAudio() {
  const made = { tones: 0, allowed: false };
  class Node {
    gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    connect(next: unknown) {
      return next;
    }
    start() {
      made.tones += 1;
    }
    stop() {}
  }
  vi.stubGlobal('OscillatorNode', Node);
  vi.stubGlobal('GainNode', Node);
  const context = {
    state: 'suspended',
    currentTime: 0,
    destination: {},
    onstatechange: null,
    async resume() {
      if (!made.allowed) throw new Error('not allowed');
      context.state = 'running';
    },
  };
  return { made, open: () => context as unknown as AudioContext };
}

it('is blocked until a press, says so, and keeps the choice', async () => {
  const { made, open } = fakeAudio();
  const storage = memory();
  const page = new EventTarget();
  const bell = createBell(storage, page, open);
  bell.ring();
  expect([bell.state.value, made.tones]).toEqual(['blocked', 0]);
  page.dispatchEvent(new Event('pointerdown'));
  await vi.waitFor(() => expect(bell.state.value).toBe('blocked'));
  made.allowed = true;
  page.dispatchEvent(new Event('keydown'));
  await vi.waitFor(() => expect(bell.state.value).toBe('on'));
  bell.ring();
  expect(made.tones).toBe(2);
  bell.toggle();
  bell.ring();
  expect([bell.state.value, made.tones]).toEqual(['off', 2]);
  expect(createBell(storage, page, open).state.value).toBe('off');
  bell.toggle();
  await vi.waitFor(() => expect([bell.state.value, made.tones]).toEqual(['on', 4]));
  vi.unstubAllGlobals();
});

it('lets one tab of several speak, and the next one when that is closed', async () => {
  const waitingTabs: (() => Promise<never>)[] = [];
  const locks = {
    request: (_: string, run: () => Promise<never>) => {
      waitingTabs.push(run);
      if (waitingTabs.length === 1) void run();
      return new Promise<never>(() => undefined);
    },
  } as unknown as LockManager;
  const [first, second] = [oneTab(locks), oneTab(locks)];
  expect([first(), second()]).toEqual([true, false]);
  void waitingTabs[1]?.();
  expect(second()).toBe(true);
  expect(oneTab(undefined)()).toBe(true);
});
