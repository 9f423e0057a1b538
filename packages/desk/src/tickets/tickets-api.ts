import { isObject } from '@xiaoer/core/protocol';
import { type Fact, isTicket, type Ticket, type TicketEvent, type TicketSetup } from './ticket.ts';

/** What a conversation says about a ticket that may come of it. */
export interface TicketDraft {
  readonly type?: string | undefined;
  readonly order?: { readonly id: string; readonly number: string } | undefined;
  readonly product?: string | undefined;
  readonly emotion?: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly facts: readonly Fact[];
}

/** Why something was not done: a code of the server, and the fields that it is about. */
export interface TicketRefusal {
  readonly code: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[] | undefined;
}

/** A wrong place in a file. */
export interface CsvProblem {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

/** What became of a file, or would. */
export interface CsvReport {
  readonly opened: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly CsvProblem[];
}

/** The server's tickets. Everything resolves; what went wrong is a refusal, `offline` where there was no answer. */
export interface TicketsApi {
  /** `gone`: numbers of those that were erased, or are another group's now. */
  list(after: number): Promise<
    | {
        readonly version: number;
        readonly tickets: readonly Ticket[];
        readonly gone?: readonly string[] | undefined;
      }
    | undefined
  >;
  setup(locale: string): Promise<TicketSetup | undefined>;
  events(number: string): Promise<readonly TicketEvent[] | undefined>;
  draft(conversation: string, locale: string): Promise<TicketDraft | undefined>;
  /** Opens one where `number` is absent, else does something with it. The same `id` does it once. */
  post(number: string | undefined, body: Readonly<Record<string, unknown>>): Promise<Ticket | TicketRefusal>;
  bulk(body: Readonly<Record<string, unknown>>): Promise<readonly (Ticket | TicketRefusal)[] | TicketRefusal>;
  import(text: string, dry: boolean, locale: string): Promise<CsvReport | undefined>;
}

const HERE = '/desk/api/tickets';
const OFFLINE: TicketRefusal = { code: 'offline' };

const refusalIn = (body: unknown): TicketRefusal =>
  isObject(body) && typeof body['code'] === 'string' ? (body as unknown as TicketRefusal) : { code: 'failed' };

const ticketIn = (body: unknown): Ticket | TicketRefusal =>
  isObject(body) && isTicket(body['ticket']) ? body['ticket'] : refusalIn(body);

/** Asks the server the page is from. */
export function fetchTickets(ask: (address: string, init?: RequestInit) => Promise<Response>): TicketsApi {
  const read = async (path: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    try {
      const answer = await ask(`${HERE}${path}`);
      const body: unknown = answer.ok ? await answer.json() : undefined;
      return isObject(body) ? body : undefined;
    } catch {
      return undefined;
    }
  };
  const write = async (path: string, body: string): Promise<unknown> => {
    try {
      const answer = await ask(`${HERE}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return await answer.json();
    } catch {
      return OFFLINE;
    }
  };
  return {
    async list(after) {
      const body = await read(`?after=${after}`);
      const tickets = body?.['tickets'];
      return Array.isArray(tickets)
        ? {
            version: Number(body?.['version']),
            tickets: tickets.filter(isTicket),
            gone: Array.isArray(body?.['gone']) ? body['gone'].map(String) : [],
          }
        : undefined;
    },
    setup: async (locale) => (await read(`/setup?locale=${encodeURIComponent(locale)}`)) as TicketSetup | undefined,
    async events(number) {
      const events = (await read(`/${number}`))?.['events'];
      return Array.isArray(events) ? (events as readonly TicketEvent[]) : undefined;
    },
    draft: async (conversation, locale) =>
      (await read(`/draft?${new URLSearchParams({ conversation, locale })}`)) as TicketDraft | undefined,
    post: async (number, body) => ticketIn(await write(number === undefined ? '' : `/${number}`, JSON.stringify(body))),
    async bulk(body) {
      const answer = await write('/bulk', JSON.stringify(body));
      const results = isObject(answer) ? answer['results'] : undefined;
      return Array.isArray(results) ? results.map(ticketIn) : refusalIn(answer);
    },
    async import(text, dry, locale) {
      const answer = await write(`/import?dry=${dry ? 1 : 0}&locale=${encodeURIComponent(locale)}`, text);
      return isObject(answer) && Array.isArray(answer['problems']) ? (answer as unknown as CsvReport) : undefined;
    },
  };
}
