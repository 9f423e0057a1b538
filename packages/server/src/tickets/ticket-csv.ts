import { isObject, type Money } from '@xiaoer/core/protocol';
import { parse } from 'csv-parse/sync';
import { csvCell } from '../csv-cell.ts';
import { dueOf } from './due.ts';
import { type FieldProblem, readFields } from './read-fields.ts';
import { PRIORITIES, type Priority, STATES, type Ticket, type TicketState } from './ticket.ts';
import type { Tickets } from './tickets.ts';

/** Rows of one file. */
const MOST_ROWS = 5_000;

const COLUMNS = [
  'number',
  'key',
  'type',
  'state',
  'priority',
  'group',
  'assignee',
  'shopper',
  'order',
  'amount',
  'currency',
  'emotion',
  'opened',
  'due',
  'due_is',
  'ended',
  'outcome',
] as const;

const day = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

/** Tickets as CSV (RFC 4180), with a column `field:…` for each field that one of them has. Times are UTC. */
export function toCsv(tickets: readonly Ticket[], { hours }: Pick<Tickets, 'hours'>, now: number): string {
  const fields = [...new Set(tickets.flatMap((ticket) => Object.keys(ticket.fields)))].sort();
  const lines = tickets.map((ticket) => {
    const due = dueOf(ticket, hours, now);
    const row: Readonly<Record<(typeof COLUMNS)[number], unknown>> = {
      number: ticket.number,
      key: '',
      type: ticket.type,
      state: ticket.state,
      priority: ticket.priority,
      group: ticket.group,
      assignee: ticket.agent?.name,
      shopper: ticket.shopper,
      order: ticket.order?.number,
      amount: ticket.amount?.amount,
      currency: ticket.amount?.currency,
      emotion: ticket.emotion,
      opened: day(ticket.openedAt),
      due: day(due.at),
      due_is: due.is,
      ended: day(ticket.endedAt),
      outcome: ticket.outcome?.text,
    };
    return [...COLUMNS.map((name) => row[name]), ...fields.map((id) => ticket.fields[id])].map(csvCell).join(',');
  });
  return `${[[...COLUMNS, ...fields.map((id) => `field:${id}`)].join(','), ...lines].join('\r\n')}\r\n`;
}

/** What a row of a file asks for. */
export interface CsvRow {
  /** Line of the file, from 2. */
  readonly line: number;
  readonly number?: string | undefined;
  /** Names the row, so that the same file again opens nothing twice. */
  readonly key: string;
  readonly type?: string | undefined;
  readonly state?: TicketState | undefined;
  readonly priority?: Priority | undefined;
  readonly group?: string | undefined;
  readonly assignee?: string | undefined;
  readonly shopper?: string | undefined;
  readonly order?: string | undefined;
  readonly amount?: Money | undefined;
  readonly outcome?: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** Something wrong in a line, with the column and what to do. */
export interface CsvProblem {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

const MESSAGES: Readonly<Record<FieldProblem['code'], string>> = {
  required: 'must be filled in',
  form: 'does not have the form that the type asks for',
  range: 'is out of the range that the type allows',
  choice: 'is none of the choices of the type',
};

/** Takes back the quote that {@link toCsv} puts before what looks like a formula. */
const plain = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text).trim();

/** Reads a file: rows that can be done, and everything that is wrong. A row with a number changes that ticket; one without opens one. */
export function readCsv(
  text: string,
  tickets: Pick<Tickets, 'typeOf' | 'setup'>,
  currency: string,
): { readonly rows: readonly CsvRow[]; readonly problems: readonly CsvProblem[] } {
  let parsed: unknown;
  try {
    parsed = parse(text, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      relax_column_count: true,
      to: MOST_ROWS + 1,
    });
  } catch (error) {
    return {
      rows: [],
      problems: [{ line: 1, column: '', message: error instanceof Error ? error.message : 'is no CSV' }],
    };
  }
  const records = Array.isArray(parsed) ? parsed.filter(isObject) : [];
  const rows: CsvRow[] = [];
  const problems: CsvProblem[] = [];
  if (records.length > MOST_ROWS)
    problems.push({ line: MOST_ROWS + 2, column: '', message: `take at most ${MOST_ROWS} rows at once` });
  records.slice(0, MOST_ROWS).forEach((record, n) => {
    const line = n + 2;
    const wrong: CsvProblem[] = [];
    const value = (name: string) => plain(String(record[name] ?? '')) || undefined;
    const say = (column: string, message: string) => void wrong.push({ line, column, message });
    const one = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
      const given = value(name);
      if (given === undefined || allowed.includes(given as T)) return given as T | undefined;
      say(name, `write ${allowed.join(', ')}`);
      return undefined;
    };
    const number = value('number');
    const type = value('type');
    const known = type === undefined ? undefined : tickets.typeOf(type);
    if (type !== undefined && !known) say('type', `write ${tickets.setup.types.map(({ id }) => id).join(', ')}`);
    if (number === undefined && type === undefined) say('type', 'must be filled in for a new ticket');
    const fields = Object.fromEntries(
      Object.entries(record).flatMap(([name, given]) =>
        name.startsWith('field:') && plain(String(given)) !== '' ? [[name.slice(6), plain(String(given))]] : [],
      ),
    );
    if (known)
      for (const { field, code } of readFields(known, fields, number === undefined).problems)
        say(`field:${field}`, MESSAGES[code]);
    const amount = value('amount');
    if (amount !== undefined && !/^\d{1,12}$/.test(amount))
      say('amount', 'write a whole number of minor units, such as 1990');
    const state = one('state', STATES);
    const priority = one('priority', PRIORITIES);
    problems.push(...wrong);
    if (wrong.length > 0) return;
    rows.push({
      line,
      number,
      key: value('key') ?? JSON.stringify(record),
      type,
      state,
      priority,
      group: value('group'),
      assignee: value('assignee'),
      shopper: value('shopper'),
      order: value('order'),
      amount: amount === undefined ? undefined : { amount: Number(amount), currency: value('currency') ?? currency },
      outcome: value('outcome'),
      fields,
    });
  });
  return { rows, problems };
}
