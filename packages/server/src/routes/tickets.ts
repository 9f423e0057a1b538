import { isObject, type Participant } from '@xiaoer/core/protocol';
import type { Log } from '@xiaoer/host';
import { agentOf } from '../identity/agent-session.ts';
import type { Agents } from '../identity/agents.ts';
import type { Scope } from '../identity/scope.ts';
import { subjectOf } from '../identity/subject-of.ts';
import type { Audit } from '../privacy/audit.ts';
import { maskIn } from '../privacy/mask-numbers.ts';
import type { Shop } from '../shops/shop.ts';
import { draftTicket } from '../tickets/draft-ticket.ts';
import { changeOf, readAction } from '../tickets/read-action.ts';
import { readFields } from '../tickets/read-fields.ts';
import { takeCsv } from '../tickets/take-csv.ts';
import type { Fact, Ticket } from '../tickets/ticket.ts';
import { readCsv, toCsv } from '../tickets/ticket-csv.ts';
import type { TicketChange } from '../tickets/ticket-event.ts';
import { opId, type TicketProblem, type Tickets } from '../tickets/tickets.ts';
import { viewTicket, viewType } from '../tickets/view-ticket.ts';
import { readText } from './read-text.ts';
import { type Exchange, isReading, type Route, sendJson, sendText } from './route.ts';

const HERE = '/desk/api/tickets';
/** Bytes of an action, and of a file. */
const MOST = 64 * 1024;
const MOST_FILE = 4 * 1024 * 1024;
/** Events of a conversation that a draft looks at, facts of a ticket, tickets of one bulk. */
const NEWEST = 300;
const MOST_FACTS = 20;
const MOST_BULK = 200;
const NUMBER = /^\d{6}-\d{4,6}$/;

const STATUS: Readonly<Record<string, number>> = { 'not-found': 404, busy: 503 };

const textAt = (body: Readonly<Record<string, unknown>>, name: string, most: number): string | undefined => {
  const value = body[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : undefined;
};

const isFact = (value: unknown): value is Fact =>
  isObject(value) &&
  typeof value['label'] === 'string' &&
  typeof value['text'] === 'string' &&
  value['text'].length <= 500 &&
  (value['seq'] === undefined || Number.isInteger(value['seq']));

/** What the addresses of tickets are made of. */
export interface TicketPorts {
  readonly tickets: Tickets;
  readonly agents: Agents;
  readonly log: Pick<Log, 'read'>;
  readonly scope: Scope;
  readonly audit: Pick<Audit, 'read' | 'write'>;
  readonly shop: Shop;
  readonly currency: string;
  readonly now: () => number;
}

/** `/desk/api/tickets…`: lists, forms, changes, bulk and CSV, for an agent with a good cookie. */
export function ticketsRoute({ tickets, agents, log, scope, audit, shop, currency, now }: TicketPorts): Route {
  const { locales } = shop.knowledge.shop;
  const view = (ticket: Ticket) =>
    maskIn(viewTicket(ticket, { setup: tickets.setup, hours: tickets.hours, now: now() }));
  const byId = (id: string) => agents.all().find((one) => one.id === id);

  const localeOf = ({ url }: Exchange): string => url.searchParams.get('locale') ?? locales[0] ?? 'en';

  const answer = (exchange: Exchange, done: Ticket | TicketProblem): true =>
    'problem' in done
      ? sendJson(exchange, STATUS[done.problem] ?? 409, { code: done.problem, fields: done.fields })
      : sendJson(exchange, 200, { ticket: view(done) });

  async function bodyOf(exchange: Exchange): Promise<Readonly<Record<string, unknown>> | undefined> {
    try {
      const value: unknown = JSON.parse((await readText(exchange, MOST)) ?? '');
      return isObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** One that the agent may see: of others nobody learns whether they are there. */
  async function ticketFor(me: Participant, number: string): Promise<Ticket | undefined> {
    const ticket = await tickets.log.get(number);
    return ticket && scope.seesTicket(me.id, ticket) ? ticket : undefined;
  }

  async function draft(exchange: Exchange, me: Participant): Promise<true> {
    const found = await scope.conversation(me, exchange.url.searchParams.get('conversation'));
    if (!found) return sendText(exchange, 404, 'There is no such conversation.');
    const events = await log.read(found.record.id, Math.max(0, found.head - NEWEST), NEWEST);
    return sendJson(exchange, 200, maskIn(draftTicket(events, tickets.setup.types, localeOf(exchange))));
  }

  async function open(exchange: Exchange, me: Participant): Promise<true> {
    const body = await bodyOf(exchange);
    const id = body && textAt(body, 'id', 64);
    if (!body || id === undefined) return sendText(exchange, 400, 'Name id and type.');
    const found = await scope.conversation(me, textAt(body, 'conversation', 40));
    const sub = found && subjectOf(found.record.subject);
    const locale = found?.record.locale ?? locales[0] ?? 'en';
    const wanted = textAt(body, 'order', 128);
    const card = wanted === undefined || sub === undefined ? undefined : await shop.order(sub, wanted, locale);
    const amount = Number(body['amount']);
    const { facts, emotion } = body;
    const opened = await tickets.open(
      {
        type: textAt(body, 'type', 64) ?? '',
        fields: body['fields'],
        whole: true,
        conversation: found?.record.id,
        subject: found?.record.subject,
        shopper: found?.record.name ?? textAt(body, 'shopper', 80),
        locale,
        order: card
          ? { id: card.id, number: card.number }
          : wanted === undefined
            ? undefined
            : { id: wanted, number: wanted },
        product: textAt(body, 'product', 128),
        amount: body['amount'] !== undefined && Number.isSafeInteger(amount) ? { amount, currency } : undefined,
        emotion: emotion === 'angry' || emotion === 'upset' || emotion === 'calm' ? emotion : undefined,
        facts: Array.isArray(facts) ? facts.filter(isFact).slice(0, MOST_FACTS) : [],
        group: textAt(body, 'group', 64),
      },
      me,
      id,
    );
    return answer(exchange, opened);
  }

  /** One action of an agent on one ticket. */
  async function act(number: string, wish: unknown, me: Participant, id: string): Promise<Ticket | TicketProblem> {
    const action = readAction(wish);
    if ('wrong' in action) return { problem: action.wrong };
    if (!(await ticketFor(me, number))) return { problem: 'not-found' };
    let change: TicketChange | undefined;
    if (action.do === 'edit') {
      const ticket = await tickets.log.get(number);
      const type = ticket && tickets.typeOf(ticket.type);
      if (!type) return { problem: 'not-found' };
      const { values, problems } = readFields(type, action.fields, false);
      if (problems.length > 0) return { problem: 'fields', fields: problems };
      change = { kind: 'edited', body: { fields: values, priority: action.priority, amount: action.amount } };
    } else change = changeOf(action, byId);
    return change ? tickets.change(number, change, me, id) : { problem: 'agent' };
  }

  async function bulk(exchange: Exchange, me: Participant): Promise<true> {
    const body = await bodyOf(exchange);
    const id = body && textAt(body, 'id', 64);
    const numbers = body?.['numbers'];
    if (!body || id === undefined || !Array.isArray(numbers) || numbers.length > MOST_BULK)
      return sendText(exchange, 400, `Name id, action and up to ${MOST_BULK} numbers.`);
    const results = [];
    for (const number of numbers.map(String).filter((one) => NUMBER.test(one))) {
      const done = await act(number, body['action'], me, opId(id, number));
      results.push('problem' in done ? { number, code: done.problem } : { number, ticket: view(done) });
    }
    return sendJson(exchange, 200, { results });
  }

  async function importCsv(exchange: Exchange, me: Participant): Promise<true> {
    const text = await readText(exchange, MOST_FILE);
    if (text === undefined) return sendText(exchange, 413, 'A file has at most 4 MB.');
    const dry = exchange.url.searchParams.get('dry') !== '0';
    const { rows, problems } = readCsv(text, tickets, currency);
    const byName = (name: string) => agents.all().find((one) => one.name === name);
    const seen: Tickets = { ...tickets, log: { ...tickets.log, get: (number) => ticketFor(me, number) } };
    const taken = await takeCsv(rows, seen, me, { dry, locale: localeOf(exchange), agentOf: byName });
    return sendJson(exchange, 200, { ...taken, dry, problems: [...problems, ...taken.problems] });
  }

  function exportCsv(exchange: Exchange, me: Participant): true {
    const wanted = new Set(exchange.url.searchParams.getAll('number'));
    const all = tickets
      .list()
      .tickets.filter((one) => (wanted.size === 0 || wanted.has(one.number)) && scope.seesTicket(me.id, one))
      .slice(0, MOST_BULK);
    for (const one of all) audit.read(me.id, 'read.tickets', one.subject, one.number);
    const text = `\uFEFF${toCsv(all, tickets, now())}`;
    exchange.response.writeHead(200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tickets.csv"',
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
    });
    exchange.response.end(exchange.request.method === 'HEAD' ? undefined : text);
    return true;
  }

  async function one(exchange: Exchange, number: string, me: Participant): Promise<true> {
    const ticket = await ticketFor(me, number);
    if (!ticket) return sendText(exchange, 404, 'There is no such ticket.');
    audit.read(me.id, 'read.ticket', ticket.subject, number);
    const events = (await tickets.log.events(number)).map(({ id: _, ...event }) => maskIn(event));
    return sendJson(exchange, 200, { ticket: view(ticket), events });
  }

  function list(exchange: Exchange, me: Participant): true {
    const changes = tickets.list(Number(exchange.url.searchParams.get('after')) || 0);
    const seen = changes.tickets.filter((one) => scope.seesTicket(me.id, one));
    // What went to another group is gone for who does not see it any more.
    const hidden = changes.tickets.filter((one) => !seen.includes(one)).map(({ number }) => number);
    const { version, gone } = changes;
    return sendJson(exchange, 200, { version, tickets: seen.map(view), gone: [...gone, ...hidden] });
  }

  function setup(exchange: Exchange): true {
    const types = tickets.setup.types.map((type) => viewType(type, localeOf(exchange), locales));
    const people = agents.all();
    const named = [
      ...tickets.setup.types.map(({ group }) => group),
      ...tickets.setup.rules.map(({ to }) => to.group),
      ...people.flatMap((agent) => agent.groups),
    ];
    const groups = [...new Set(named.filter((group) => group !== undefined))].sort();
    return sendJson(exchange, 200, { types, groups, agents: people, currency });
  }

  async function read(exchange: Exchange, rest: string, me: Participant): Promise<boolean> {
    if (rest === '') return list(exchange, me);
    if (rest === '.csv') return exportCsv(exchange, me);
    if (rest === '/setup') return setup(exchange);
    if (rest === '/draft') return draft(exchange, me);
    return NUMBER.test(rest.slice(1)) ? one(exchange, rest.slice(1), me) : false;
  }

  async function write(exchange: Exchange, rest: string, me: Participant): Promise<boolean> {
    if (rest === '') return open(exchange, me);
    if (rest === '/bulk') return bulk(exchange, me);
    if (rest === '/import') return importCsv(exchange, me);
    const number = rest.slice(1);
    if (!NUMBER.test(number)) return false;
    const body = await bodyOf(exchange);
    const id = body && textAt(body, 'id', 64);
    if (id === undefined) return sendText(exchange, 400, 'Name id and what to do.');
    return answer(exchange, await act(number, body, me, id));
  }

  return async (exchange) => {
    const { request, url } = exchange;
    if (!url.pathname.startsWith(HERE)) return false;
    const me = agentOf(request, agents);
    if (!me) return sendText(exchange, 401, 'Come in by a one-time link.');
    const rest = url.pathname.slice(HERE.length);
    if (request.method === 'POST') return write(exchange, rest, me);
    return !isReading(exchange) || read(exchange, rest, me);
  };
}
