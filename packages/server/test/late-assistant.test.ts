import type { Turn } from '@xiaoer/host';
import { expect, test } from 'vitest';
import { createLateAssistant } from '../src/late-assistant.ts';
import { record } from './made-up.ts';

const turn: Turn = { record: record('c'), events: [], state: undefined, isStale: () => false };

test('is made once, when it is woken or with the first turn', async () => {
  const heard: string[] = [];
  const make = async () => {
    heard.push('made');
    return { respond: async () => ({ lines: [] }), suggest: (typed: string) => [`${typed}?`] };
  };
  const woken = createLateAssistant(() => undefined, make);
  expect(heard).toEqual([]);
  await Promise.all([woken.wake(), woken.wake()]);
  expect(heard).toEqual(['made']);
  expect(await woken.respond(turn)).toEqual({ lines: [] });
  expect(await woken.suggest('how')).toEqual(['how?']);
  const asked = createLateAssistant(() => undefined, make);
  await Promise.all([asked.respond(turn), asked.respond(turn)]);
  expect(heard).toEqual(['made', 'made']);
});

test('one that cannot be made is a failed turn, is told, and is tried again', async () => {
  const heard: string[] = [];
  let works = false;
  const { respond, wake } = createLateAssistant(
    (level, event) => heard.push(`${level} ${event}`),
    async () => {
      if (!works) throw new Error('broken');
      return { respond: async () => ({ lines: [] }), suggest: (typed: string) => [`${typed}?`] };
    },
  );
  await wake();
  expect(heard).toEqual(['error assistant.failed']);
  await expect(respond(turn)).rejects.toThrow('broken');
  expect(heard).toHaveLength(2);
  works = true;
  expect(await respond(turn)).toEqual({ lines: [] });
});
