import type { ChatEvent } from '@xiaoer/core/protocol';
import { expect, test } from 'vitest';
import { DEFAULT_SETUP } from '../src/tickets/default-setup.ts';
import { dispatch } from '../src/tickets/dispatch.ts';
import { dueOf } from '../src/tickets/due.ts';
import { foldTicket, movesOf } from '../src/tickets/fold-ticket.ts';
import { createOpenHours } from '../src/tickets/open-hours.ts';
import { readFields } from '../src/tickets/read-fields.ts';
import { readSetup } from '../src/tickets/read-setup.ts';
import { toldOf } from '../src/tickets/tell-shopper.ts';
import type { Opening, Ticket } from '../src/tickets/ticket.ts';
import type { TicketChange } from '../src/tickets/ticket-event.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Friday, 20 November 2026, 16:00 in Shanghai. */
const FRIDAY = Date.UTC(2026, 10, 20, 8);
const HOURS = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-12:00', '13:00-18:00']]),
);
const shanghai = createOpenHours(HOURS, 'Asia/Shanghai');
const LIN = { role: 'agent', id: 'agent:lin', name: 'Lin' } as const;

const OPENING: Opening = {
  number: '261120-0001',
  type: 'damage',
  shop: 'inn',
  priority: 'normal',
  dueHours: 8,
  locale: 'en',
  fields: {},
  facts: [],
};

/** A ticket out of what happened to it, each so many milliseconds after the opening. */
function after(...changes: readonly (readonly [ms: number, change: TicketChange])[]): Ticket {
  const all: readonly (readonly [number, TicketChange])[] = [[0, { kind: 'opened', body: OPENING }], ...changes];
  let ticket: Ticket | undefined;
  all.forEach(([ms, { kind, body }], n) => {
    const event = { seq: n + 1, id: `e${n}`, at: FRIDAY + ms, from: LIN, kind, body } as unknown as ChatEvent;
    ticket = foldTicket(ticket, event, 'guest');
  });
  if (!ticket) throw new Error('nothing was folded');
  return ticket;
}

const moved = (to: Ticket['state'], text?: string): TicketChange => ({ kind: 'moved', body: { to, text } });

test('due counts open hours: over lunch, the night, the weekend and a change of the clocks', () => {
  // Friday 16:00 and eight hours: two on Friday, six on Monday with lunch between.
  expect(new Date(shanghai.add(FRIDAY, 8 * HOUR)).toISOString()).toBe('2026-11-23T08:00:00.000Z');
  expect(shanghai.between(FRIDAY, FRIDAY + 3 * DAY)).toBe(8 * HOUR);
  expect(shanghai.between(FRIDAY + DAY, FRIDAY + 2 * DAY)).toBe(0);
  expect(shanghai.add(FRIDAY + 4 * HOUR, HOUR)).toBe(Date.UTC(2026, 10, 23, 2));
  // In Berlin the clocks go back in the night to 25 October 2026: 09:00 is an hour later in UTC on Monday.
  const berlin = createOpenHours({ fri: ['09:00-17:00'], mon: ['09:00-17:00'] }, 'Europe/Berlin');
  expect(new Date(berlin.add(Date.UTC(2026, 9, 23, 14), 2 * HOUR)).toISOString()).toBe('2026-10-26T09:00:00.000Z');
  expect(createOpenHours(undefined, 'UTC').add(5, 7)).toBe(12);
});

test('the clock stands while shopper or carrier are waited for, and only then; hours changed later count', () => {
  const running = after([0, moved('open')]);
  expect(dueOf(running, shanghai, FRIDAY)).toEqual({ at: Date.UTC(2026, 10, 23, 8), is: 'running' });
  const monday = Date.UTC(2026, 10, 23, 1);
  expect(dueOf(running, shanghai, monday + 5.5 * HOUR).is).toBe('soon');
  expect(dueOf(running, shanghai, monday + 7 * HOUR).is).toBe('late');
  const waited = after([HOUR, moved('waiting-shopper', 'A picture')], [3 * DAY + HOUR, moved('open')]);
  // Of those three days the desk was open for an hour on Friday and seven on Monday until 17:00.
  expect(dueOf(waited, shanghai, FRIDAY + 4 * DAY).at).toBe(shanghai.add(FRIDAY, 16 * HOUR));
  expect(dueOf(after([HOUR, moved('waiting-third')]), shanghai, FRIDAY + 30 * DAY).is).toBe('stopped');
  expect(dueOf(after([HOUR, moved('waiting-approval')]), shanghai, FRIDAY + 30 * DAY).is).toBe('late');
  const always = createOpenHours(undefined, 'UTC');
  expect([
    dueOf(after([7 * HOUR, moved('done')]), always, 0).is,
    dueOf(after([9 * HOUR, moved('done')]), always, 0).is,
  ]).toEqual(['met', 'missed']);
});

test('a life: who takes it opens it, what is over is opened again within seven days, what was withdrawn is not', () => {
  const taken = after([HOUR, { kind: 'assigned', body: { agent: LIN } }]);
  expect([taken.state, taken.agent?.name]).toEqual(['open', 'Lin']);
  const done = after([HOUR, moved('done', 'Paid back')]);
  expect(done).toMatchObject({ state: 'done', outcome: { text: 'Paid back' }, endedAt: FRIDAY + HOUR });
  expect([movesOf(done, FRIDAY + 7 * DAY), movesOf(done, FRIDAY + 8 * DAY)]).toEqual([['open'], []]);
  const again = after([HOUR, moved('done', 'Paid back')], [2 * HOUR, moved('open')]);
  expect([again.state, again.endedAt, again.outcome]).toEqual(['open', undefined, undefined]);
  expect(movesOf(after([HOUR, moved('cancelled')]), FRIDAY)).toEqual([]);
});

test('the first rule that fits dispatches; what it leaves open is the type’s', () => {
  const type = DEFAULT_SETUP.types.find(({ id }) => id === 'damage');
  if (!type) throw new Error('there is no such type');
  const rules = readSetup(
    JSON.stringify({
      rules: [
        { when: { type: 'damage', emotion: 'angry' }, to: { group: 'lead', priority: 'urgent', dueHours: 4 } },
        { when: { amount: { gte: 20000 } }, to: { group: 'finance' } },
        { when: { product: ['teapot'] }, to: { priority: 'high' } },
        { when: { shop: 'other' }, to: { group: 'other' } },
      ],
    }),
    'tickets.json',
  ).rules;
  const sent = (more: object) => dispatch(type, rules, { type: 'damage', shop: 'inn', ...more });
  expect(sent({ emotion: 'angry', amount: { amount: 30000, currency: 'CNY' } })).toEqual({
    group: 'lead',
    priority: 'urgent',
    dueHours: 4,
    rule: 1,
  });
  expect(sent({ amount: { amount: 20000, currency: 'CNY' } })).toMatchObject({
    group: 'finance',
    dueHours: 48,
    rule: 2,
  });
  expect(sent({ amount: { amount: 19999, currency: 'CNY' }, product: 'teapot' })).toMatchObject({
    priority: 'high',
    rule: 3,
  });
  expect(sent({})).toEqual({ group: 'after-sales', priority: 'normal', dueHours: 48 });
});

test.each([
  ['{', /tickets.json is not JSON/],
  [
    '{"types":[{"id":"Bad id","title":"x","dueHours":1,"fields":[]}]}',
    /tickets.json: types\[0\].id: write a name such as refund-gap/,
  ],
  ['{"types":[{"id":"a","title":"x","dueHours":0,"fields":[]}]}', /types\[0\].dueHours: write hours/],
  [
    '{"types":[{"id":"a","title":"x","dueHours":1,"fields":[{"id":"b","label":"b","type":"text","pattern":"("}]}]}',
    /fields\[0\].pattern: write a regular/,
  ],
  ['{"rules":[{"when":{"type":"nothing"},"to":{}}]}', /rules\[0\].when.type: there is no type nothing/],
  ['{"rules":[{"when":{"typ":"damage"},"to":{}}]}', /rules\[0\].when/],
])('%s is told with its place', (text, told) => {
  expect(() => readSetup(text, 'tickets.json')).toThrow(told);
});

test('a form is read by its type: what is missing, of another form, out of range or no choice is named', () => {
  const { types } = readSetup(
    JSON.stringify({
      types: [
        {
          id: 'freight',
          title: 'Freight',
          dueHours: 8,
          fields: [
            { id: 'paid', label: 'Paid', type: 'money', min: 0, max: 1200, required: true },
            { id: 'waybill', label: 'Waybill', type: 'text', pattern: '[A-Z0-9]{10,16}', required: true },
            { id: 'day', label: 'Day', type: 'date' },
            {
              id: 'way',
              label: 'Way',
              type: 'choice',
              options: [
                { value: 'a', label: 'A' },
                { value: 'b', label: 'B' },
              ],
            },
          ],
        },
      ],
    }),
    'tickets.json',
  );
  const type = types.find(({ id }) => id === 'freight');
  if (!type) throw new Error('there is no such type');
  expect(readFields(type, { paid: 1300, waybill: 'SF1', day: '2026-13-01', way: 'c' }, true).problems).toEqual([
    { field: 'paid', code: 'range' },
    { field: 'waybill', code: 'form' },
    { field: 'day', code: 'form' },
    { field: 'way', code: 'choice' },
  ]);
  expect(readFields(type, { other: 1 }, true).problems.map(({ code }) => code)).toEqual(['required', 'required']);
  expect(
    readFields(type, { paid: '900', waybill: ' SF1234567890 ', day: '2026-11-20', way: 'a', other: 'x' }, true),
  ).toEqual({
    values: { paid: 900, waybill: 'SF1234567890', day: '2026-11-20', way: 'a' },
    problems: [],
  });
});

test('the shopper reads number, progress and outcome in plain sentences, and nothing that is for colleagues', () => {
  const said = (change: TicketChange, before?: Ticket) => {
    const ticket = before ?? after();
    const event = {
      seq: 9,
      id: 'e',
      at: FRIDAY,
      from: LIN,
      kind: change.kind,
      body: change.body,
    } as unknown as ChatEvent;
    const next = foldTicket(ticket, event, 'guest');
    return next && toldOf(event, ticket, next, { type: 'Damage', due: '23 November, 16:00' });
  };
  expect([
    said(moved('open')),
    said(moved('waiting-shopper', 'A picture of the label, please.')),
    said({
      kind: 'moved',
      body: { to: 'done', text: 'Back the way you paid.', amount: { amount: 1990, currency: 'CNY' } },
    }),
    said(moved('refused', 'The week is over.')),
    said(moved('open'), after([HOUR, moved('done')])),
    said({ kind: 'late', body: {} }),
    said(moved('waiting-approval')),
    said({ kind: 'commented', body: { text: 'ours' } }),
    said({ kind: 'assigned', body: { group: 'finance' } }),
  ]).toEqual([
    'Case 261120-0001: somebody is working on it.',
    'Case 261120-0001 needs something from you: A picture of the label, please.\nWrite it here, and it goes on.',
    'Case 261120-0001 is done, CN¥19.90. Back the way you paid.',
    'Case 261120-0001 is closed. The week is over.\nIf you do not agree, write it here within seven days.',
    'Case 261120-0001 is open again.',
    'Case 261120-0001 takes longer than we said. It is not forgotten, and we are sorry.',
    undefined,
    undefined,
    undefined,
  ]);
});
