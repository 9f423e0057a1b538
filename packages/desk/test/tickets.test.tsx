// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { filterTickets, type TicketFilter } from '../src/tickets/filter-tickets.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import type { TicketsApi } from '../src/tickets/tickets-api.ts';
import { ME } from './fake-client.ts';
import { drawn, NOW, noTickets, press, settled, type } from './stage.tsx';

const HOUR = 3_600_000;

const ticket = (n: number, more: Partial<Ticket> = {}): Ticket => ({
  number: `261120-000${n}`,
  type: 'damage',
  state: 'new',
  moves: ['open', 'done'],
  priority: 'normal',
  due: { at: NOW + n * HOUR, is: 'running' },
  fields: {},
  facts: [],
  openedAt: NOW - HOUR,
  touchedAt: NOW - HOUR,
  archived: false,
  ...more,
});

const ALL: TicketFilter = { view: 'open', text: '', type: '', group: '' };
const numbers = (tickets: readonly Ticket[]) => tickets.map(({ number }) => Number(number.slice(-1)));

it('shows what is due first, then what waits for others; what is over is newest first; words find names, orders and facts', () => {
  const all = [
    ticket(1, { due: { at: NOW + 9 * HOUR, is: 'stopped' }, state: 'waiting-shopper' }),
    ticket(2, { due: { at: NOW + 3 * HOUR, is: 'running' } }),
    ticket(3, { due: { at: NOW - HOUR, is: 'late' }, agent: { id: ME.id, name: 'Lin' }, group: 'lead' }),
    ticket(4, {
      due: { at: NOW + 3 * HOUR, is: 'running' },
      priority: 'urgent',
      shopper: 'Mei',
      order: { id: 'o', number: 'N77' },
    }),
    ticket(5, { state: 'done', endedAt: NOW - 2 * HOUR, due: { at: NOW, is: 'met' } }),
    ticket(6, {
      state: 'refused',
      endedAt: NOW - HOUR,
      due: { at: NOW, is: 'met' },
      facts: [{ label: 'x', text: 'green cup' }],
    }),
  ];
  const shown = (more: Partial<TicketFilter>) => numbers(filterTickets(all, { ...ALL, ...more }, ME.id));
  expect(shown({})).toEqual([3, 4, 2, 1]);
  expect([shown({ view: 'mine' }), shown({ view: 'late' }), shown({ view: 'ended' })]).toEqual([[3], [3], [6, 5]]);
  expect([
    shown({ text: 'mei n77' }),
    shown({ text: 'CUP', view: 'ended' }),
    shown({ group: 'lead' }),
    shown({ type: 'x' }),
  ]).toEqual([[4], [6], [3], []]);
});

/** A server of two tickets that writes down what it is asked. */
function server() {
  const asked: unknown[] = [];
  let version = 1;
  const tickets = new Map([1, 2].map((n) => [ticket(n).number, ticket(n)]));
  const api: TicketsApi = {
    ...noTickets,
    list: async (after) => ({ version, tickets: after < version ? [...tickets.values()] : [] }),
    setup: async () => ({
      types: [{ id: 'damage', title: 'Damage', fields: [] }],
      groups: ['lead'],
      agents: [{ id: ME.id, name: 'Lin Yue' }],
      currency: 'CNY',
    }),
    events: async () => [],
    async post(number, body) {
      asked.push({ number, ...body, id: typeof body['id'] });
      const next = { ...(tickets.get(number ?? '') ?? ticket(3)), agent: { id: ME.id, name: 'Lin Yue' } };
      version += 1;
      tickets.set(next.number, next);
      return next;
    },
    async bulk(body) {
      asked.push({ ...body, id: typeof body['id'] });
      return [...tickets.values()].map((one, n) => (n === 0 ? one : { code: 'state' }));
    },
  };
  return { api, asked };
}

const dialog = () => document.querySelector('dialog');

it('goes to tickets and back, through the list, and gives one to oneself, by keys alone', async () => {
  const { api, asked } = server();
  const { page } = drawn([], { tickets: api });
  await settled();
  await press('g');
  await press('t');
  expect(page.getByRole('heading', { level: 1 }).textContent).toBe('Tickets');
  await press('j');
  await press('j');
  expect(page.getByRole('heading', { level: 2 }).textContent).toBe('Damage 261120-0002');
  await press('a');
  expect(dialog()?.textContent).toContain('Who takes care of 261120-0002');
  await act(async () => dialog()?.querySelector('form')?.requestSubmit());
  await settled();
  expect(asked).toEqual([{ number: '261120-0002', do: 'assign', agent: ME.id, id: 'string' }]);
  expect(dialog()).toBe(null);
  // A comment stays with its ticket until it is sent.
  const words = () => page.getByRole('textbox', { name: 'Comment for colleagues' }) as HTMLTextAreaElement;
  await type(words(), 'half a thou');
  await press('k');
  expect(words().value).toBe('');
  await press('j');
  expect(words().value).toBe('half a thou');
  await press('g');
  await press('a');
  expect(page.getByRole('heading', { level: 1 }).textContent).toBe('Inbox');
});

it('does one thing with all that are marked, and leaves those marked that were refused', async () => {
  const { api, asked } = server();
  const { page, desk } = drawn([], { tickets: api });
  await settled();
  await press('g');
  await press('t');
  await press('j');
  await press('x');
  await press('j');
  await press('x');
  expect(page.getByText('2 marked')).toBeTruthy();
  await press('e');
  const done = page.getByRole('radio', { name: 'Done' }) as HTMLInputElement;
  await act(async () => done.click());
  await act(async () => dialog()?.querySelector('form')?.requestSubmit());
  await settled();
  const numbers = ['261120-0001', '261120-0002'];
  expect(asked).toEqual([{ id: 'string', numbers, action: { do: 'move', to: 'done', text: '' } }]);
  expect([...desk.tickets.marked.value]).toEqual(['261120-0002']);
  expect(page.getByRole('alert').textContent).toBe(
    'It is in another state by now. The list is up to date; look again.',
  );
});
