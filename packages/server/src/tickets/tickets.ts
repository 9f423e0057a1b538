import { createHash } from 'node:crypto';
import type { Env } from '@xiaoer/core/env';
import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { Host, Log, Seen } from '@xiaoer/host';
import { localize } from '../shops/field-source.ts';
import { clockOf } from '../shops/wall-clock.ts';
import { dispatch } from './dispatch.ts';
import { dueOf } from './due.ts';
import { hasEnded, movesOf, REOPEN_MS } from './fold-ticket.ts';
import type { OpenHours } from './open-hours.ts';
import { type FieldProblem, readFields } from './read-fields.ts';
import { toldOf } from './tell-shopper.ts';
import type { Opening, Priority, Ticket, TicketOrder } from './ticket.ts';
import type { TicketChange } from './ticket-event.ts';
import { createTicketLog, logIdOf, type Recorded, type TicketLog } from './ticket-log.ts';
import { ticketNumbers } from './ticket-numbers.ts';
import type { TicketSetup, TicketType } from './ticket-type.ts';

/** How often it is looked what is late and what is over for good, in milliseconds. */
const LOOK_MS = 30_000;
/** What was recorded shortly before a stop may not have been told: it is told again, under its own name. */
const RETELL_MS = 3_600_000;
/** Answered lines that are remembered until the bot has looked at them. */
const MOST_ANSWERED = 1_000;
/** Numbers that are tried; only another process takes one. */
const GUESSES = 20;
const HOUSE: Participant = { role: 'system', id: 'house' };

/** A ticket to be opened. What is left out is found by the rules and the type. */
export interface NewTicket {
  readonly type: string;
  readonly fields?: unknown;
  readonly conversation?: string | undefined;
  /** The shopper's principal; a ticket of nobody has its own key. */
  readonly subject?: string | undefined;
  readonly shopper?: string | undefined;
  readonly locale: string;
  readonly order?: TicketOrder | undefined;
  readonly product?: string | undefined;
  readonly amount?: Opening['amount'];
  readonly emotion?: Opening['emotion'];
  readonly facts?: Opening['facts'] | undefined;
  readonly group?: string | undefined;
  readonly agent?: Opening['agent'];
  readonly priority?: Priority | undefined;
  /** Forms of agents must be whole; what a flow knows may be less. */
  readonly whole?: boolean | undefined;
}

/** Why something was not done. */
export type TicketProblem = { readonly problem: string; readonly fields?: readonly FieldProblem[] | undefined };

/** All tickets of a shop. */
export interface Tickets {
  readonly setup: TicketSetup;
  readonly hours: OpenHours;
  readonly log: TicketLog;
  /** Reads what is not over, and goes on with what was not told. */
  start(): Promise<void>;
  /** Tickets that are not archived, and the number of the newest change; `after`: only those changed since that number. */
  list(after?: number): {
    readonly version: number;
    readonly tickets: readonly Ticket[];
    /** Numbers of those that were erased since. */
    readonly gone: readonly string[];
  };
  /** The same `id` by the same author opens one ticket. */
  open(wish: NewTicket, author: Participant, id: string): Promise<Ticket | TicketProblem>;
  change(number: string, change: TicketChange, author: Participant, id: string): Promise<Ticket | TicketProblem>;
  /** Erases one by the id of its log; see `TicketLog.erase`. */
  erase(logId: string, commit: () => Promise<unknown>): Promise<void>;
  typeOf(id: string): TicketType | undefined;
  observe(seen: Seen): void;
  /** Whether these words answered a ticket that waited for them: then the bot has nothing to say to them. */
  answers(conversation: string, events: readonly ChatEvent[]): boolean;
  close(): void;
}

/** Shortens any name to one that an event may have. */
export const opId = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url');

/** Tickets over the log of conversations; each change is told to its shopper, in plain sentences. */
export function createTickets(options: {
  readonly env: Env;
  readonly log: Log;
  readonly shop: string;
  readonly locales: readonly string[];
  readonly timeZone: string;
  readonly setup: TicketSetup;
  readonly hours: OpenHours;
  readonly host: () => Pick<Host, 'tell'>;
}): Tickets {
  const { env, log, shop, locales, timeZone, setup, hours, host } = options;
  const types = new Map(setup.types.map((type) => [type.id, type]));
  const wall = clockOf(timeZone);
  const kept = new Map<string, { readonly ticket: Ticket; readonly version: number }>();
  /** Those that go on when their shopper says something. */
  const waiting = new Set<string>();
  /** Lines that a ticket waited for, by conversation and number; the newest. */
  const answered = new Set<string>();
  /** Numbers of those that were erased, for who still shows them. */
  const erased = new Map<string, number>();
  let version = 0;
  let looking: (() => void) | undefined;

  const nextNumber = ticketNumbers(env.now, wall, () => kept.keys());
  const ticketLog = createTicketLog({ log, shop, now: env.now, onChange });
  const failed = (event: string) => (error: unknown) =>
    env.log('error', event, { error: error instanceof Error ? error.name : 'unknown' });

  const keep = (ticket: Ticket): void => {
    version += 1;
    if (ticket.state === 'waiting-shopper') waiting.add(ticket.number);
    else waiting.delete(ticket.number);
    if (ticket.archived) kept.delete(ticket.number);
    else kept.set(ticket.number, { ticket, version });
  };

  const dateText = (at: number, locale: string): string =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at);

  /** Into the conversation that the shopper has open, else into the one that it came from. */
  async function tell(ticket: Ticket, seq: number, text: string): Promise<void> {
    const { conversation, number } = ticket;
    if (conversation === undefined) return;
    const owner = (await log.head(conversation))?.record.subject ?? ticket.subject;
    const [open] = await log.openOf(shop, owner);
    await host().tell(open?.id ?? conversation, { id: `ticket:${number}:${seq}`, text });
  }

  function textOf({ ticket, event }: Recorded, before: Ticket | undefined): string | undefined {
    const { locale } = ticket;
    const type = types.get(ticket.type);
    return toldOf(event, before, ticket, {
      type: type ? localize(type.title, locale, locales) : ticket.type,
      due: dateText(dueOf(ticket, hours, env.now()).at, locale),
    });
  }

  function onChange(recorded: Recorded): void {
    const before = kept.get(recorded.ticket.number)?.ticket;
    keep(recorded.ticket);
    const text = textOf(recorded, before);
    if (text !== undefined) void tell(recorded.ticket, recorded.event.seq, text).catch(failed('ticket.untold'));
  }

  /** What was recorded last may not have been told before the server stopped; told twice it is one line. */
  async function retell(ticket: Ticket): Promise<void> {
    if (ticket.conversation === undefined || env.now() - ticket.touchedAt > RETELL_MS) return;
    const events = await ticketLog.events(ticket.number);
    const event = events.at(-1);
    const text = event && textOf({ ticket, event, duplicate: true }, undefined);
    if (event && event.body['to'] !== 'open' && text !== undefined) await tell(ticket, event.seq, text);
  }

  const openedAs = (author: Participant, id: string): Ticket | undefined => {
    for (const { ticket } of kept.values())
      if (ticket.openedId === id && ticket.openedBy.id === author.id) return ticket;
    return undefined;
  };

  function look(): void {
    const now = env.now();
    for (const { ticket } of [...kept.values()]) {
      const { number, state, endedAt, lateTold } = ticket;
      const due = dueOf(ticket, hours, now);
      if (due.is === 'late' && !lateTold)
        void ticketLog
          .append(number, HOUSE, `late:${ticket.seq}`, { kind: 'late', body: {} }, (one) =>
            one.lateTold ? 'told' : undefined,
          )
          .catch(failed('ticket.failed'));
      else if (hasEnded(state) && now - (endedAt ?? now) > REOPEN_MS)
        void ticketLog
          .append(number, HOUSE, `archived:${endedAt}`, { kind: 'closed', body: { reason: 'archived' } }, (one) =>
            hasEnded(one.state) ? undefined : 'open',
          )
          .catch(failed('ticket.failed'));
    }
    looking = env.timer(look, LOOK_MS);
  }

  const check =
    (change: TicketChange) =>
    (ticket: Ticket): string | undefined => {
      if (ticket.archived) return 'archived';
      return change.kind === 'moved' && !movesOf(ticket, env.now()).includes(change.body.to) ? 'state' : undefined;
    };

  async function change(
    number: string,
    wish: TicketChange,
    author: Participant,
    id: string,
  ): Promise<Ticket | TicketProblem> {
    const done = await ticketLog.append(number, author, id, wish, check(wish));
    return typeof done === 'string' ? { problem: done } : done.ticket;
  }

  return {
    setup,
    hours,
    log: ticketLog,
    async start() {
      for (const ticket of await ticketLog.load()) keep(ticket);
      looking = env.timer(look, LOOK_MS);
      for (const { ticket } of [...kept.values()]) await retell(ticket).catch(failed('ticket.untold'));
    },
    list: (after = 0) => ({
      version,
      tickets: [...kept.values()].filter((one) => one.version > after).map(({ ticket }) => ticket),
      gone: [...erased].filter(([, at]) => at > after).map(([number]) => number),
    }),
    async open(wish, author, id) {
      const known = openedAs(author, id);
      if (known) return known;
      const type = types.get(wish.type);
      if (!type) return { problem: 'type' };
      const { values, problems } = readFields(type, wish.fields, wish.whole ?? false);
      if (problems.length > 0 && wish.whole) return { problem: 'fields', fields: problems };
      const { conversation, subject, shopper, locale, order, product, amount, emotion, facts = [], agent } = wish;
      const sent = dispatch(type, setup.rules, { type: type.id, shop, product, amount, emotion });
      for (let guess = 0; guess < GUESSES; guess++) {
        const number = nextNumber();
        const opening: Opening = {
          number,
          type: type.id,
          shop,
          ...sent,
          group: wish.group ?? sent.group,
          priority: wish.priority ?? sent.priority,
          agent,
          conversation,
          shopper,
          locale,
          order,
          product,
          amount,
          emotion,
          fields: values,
          facts,
        };
        const body = JSON.parse(JSON.stringify(opening)) as Opening;
        const opened = await ticketLog.open(number, subject ?? `ticket:${number}`, author, id, {
          kind: 'opened',
          body,
        });
        if (opened) return opened.ticket;
      }
      return { problem: 'busy' };
    },
    change,
    async erase(logId, commit) {
      await ticketLog.erase(logId, commit);
      const number = logId.slice(logIdOf('').length);
      version += 1;
      kept.delete(number);
      waiting.delete(number);
      erased.set(number, version);
    },
    typeOf: (id) => types.get(id),
    observe({ record, events }) {
      const line = events.find(
        ({ from, kind }) => from.role === 'shopper' && ['text', 'image', 'file', 'voice', 'form'].includes(kind),
      );
      if (!line) return;
      for (const number of waiting) {
        const ticket = kept.get(number)?.ticket;
        if (!ticket) continue;
        const theirs = ticket.conversation === record.id || ticket.subject === record.subject;
        if (!theirs) continue;
        answered.add(`${record.id}:${line.seq}`);
        if (answered.size > MOST_ANSWERED) answered.delete(answered.values().next().value ?? '');
        const body = { to: 'open', answer: line.seq } as const;
        void change(ticket.number, { kind: 'moved', body }, HOUSE, `answered:${ticket.seq}`).catch(
          failed('ticket.failed'),
        );
      }
    },
    answers: (conversation, events) => events.some(({ seq }) => answered.has(`${conversation}:${seq}`)),
    close: () => looking?.(),
  };
}
