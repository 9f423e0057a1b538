import type { TimelineItem } from '@xiaoer/core';
import type { ChatEvent } from '@xiaoer/core/protocol';
import { BOT, eventOf, SHOPPER } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { createLogbook } from '../sim/oracle/logbook.ts';
import { readScreen } from '../sim/oracle/screen.ts';

// The oracle of the simulation reads screens; decisions/0014 names what it read wrongly.

const LAN = { role: 'agent', id: 'agent:lan', name: 'Lan' } as const;

/** A conversation whose second event is a streamed reply: first an agent joins, and after a restore the reply ends instead. */
const begins = [eventOf(1, SHOPPER, 'one'), eventOf(2, BOT, { text: 'answ', streaming: true })];
const joined = eventOf(3, LAN, { state: 'joined', agent: LAN }, 'e3', 'handoff');
const ended = eventOf(3, BOT, { of: 2, text: 'answer' }, 'bot:1:final', 'final');

const screenOf = (...events: ChatEvent[]) =>
  events.map(
    ({ seq, id, at, from }): TimelineItem => ({
      key: id,
      id,
      seq,
      at,
      from,
      mine: from === SHOPPER,
      content: { kind: 'text', body: { text: id } },
    }),
  );

test('a screen is of the generation that has all of its rows, not of one that merely has no other', () => {
  const logbook = createLogbook({ problem: (what, detail) => expect.fail(`${what}: ${detail}`), reach() {} });
  const commit = (events: readonly ChatEvent[], epoch: string) =>
    logbook.committed(
      { conversation: 'c', create: { id: 'c', shop: 'inn', subject: SHOPPER.id, createdAt: 0 }, events },
      epoch,
    );
  commit([...begins, joined], 'A');
  logbook.restored();
  commit([...begins, ended], 'B');
  // Until it is reset a page shows what was there before.
  const before = readScreen(screenOf(...begins, joined), logbook);
  expect(before).toMatchObject({ version: { epoch: 'A' }, from: 1, to: 3 });
  const after = readScreen(screenOf(...begins), logbook);
  expect(after).toMatchObject({ version: { epoch: 'B' }, from: 1, to: 2 });
  // What no generation has is a range of none.
  expect(readScreen(screenOf(...begins, eventOf(4, LAN, 'never said')), logbook)).toBe('3 e3 is missing');
});

test('a row is the event of its moment: what the bot writes is named after what it follows, before and after a restore', () => {
  const logbook = createLogbook({ problem: (what, detail) => expect.fail(`${what}: ${detail}`), reach() {} });
  const commit = (events: readonly ChatEvent[], epoch: string) =>
    logbook.committed(
      { conversation: 'c', create: { id: 'c', shop: 'inn', subject: SHOPPER.id, createdAt: 0 }, events },
      epoch,
    );
  const asked = eventOf(1, SHOPPER, 'one');
  const answered = eventOf(2, BOT, 'yes', 'bot:1:0');
  commit([asked, answered], 'A');
  logbook.restored();
  commit([asked, { ...eventOf(2, BOT, { state: 'requested' }, 'bot:1:0', 'handoff'), at: answered.at + 5 }], 'B');
  expect(readScreen(screenOf(asked, answered), logbook)).toMatchObject({ version: { epoch: 'A' }, from: 1, to: 2 });
});
