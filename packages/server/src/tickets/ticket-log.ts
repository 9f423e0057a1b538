import type { ChatEvent, Participant } from '@xiaoer/core/protocol';
import type { ConversationRecord, Log } from '@xiaoer/host';
import { foldTicket } from './fold-ticket.ts';
import type { Ticket } from './ticket.ts';
import type { TicketChange } from './ticket-event.ts';

/** Guesses at the next number; only another process makes one fail. */
const GUESSES = 5;
const PAGE = 500;
const LOADERS = 16;

/** Tickets of a shop are kept under this name in the log of conversations: a shopper may have many open ones. */
export const ticketsOf = (shop: string): string => `${shop}#tickets`;

/** The name of a ticket's log. No conversation can have it, for its ids have no colon. */
export const logIdOf = (number: string): string => `ticket:${number}`;

/** A change that was recorded, or that was recorded before. */
export interface Recorded {
  readonly ticket: Ticket;
  readonly event: ChatEvent;
  readonly duplicate: boolean;
}

/** What speaks against a change, looked at right before it is written. */
export type Check = (ticket: Ticket) => string | undefined;

/** Tickets over the log. */
export interface TicketLog {
  /** Reads all that are not archived. */
  load(): Promise<readonly Ticket[]>;
  /** One by its number, archived ones too. */
  get(number: string): Promise<Ticket | undefined>;
  /** Tickets of a shopper, newest first. */
  of(subject: string): Promise<readonly Ticket[]>;
  events(number: string): Promise<readonly ChatEvent[]>;
  /** Creates one; undefined where the number is taken. */
  open(
    number: string,
    subject: string,
    author: Participant,
    id: string,
    change: TicketChange,
  ): Promise<Recorded | undefined>;
  /** Erases one by the id of its log: `commit` makes it durable. */
  erase(logId: string, commit: () => Promise<unknown>): Promise<void>;
  /** Appends to one. A string is why not. */
  append(
    number: string,
    author: Participant,
    id: string,
    change: TicketChange,
    check: Check,
  ): Promise<Recorded | string>;
}

/** Tickets as folds over their logs, in the same store as conversations. `onChange` hears every new event. */
export function createTicketLog(options: {
  readonly log: Log;
  readonly shop: string;
  readonly now: () => number;
  readonly onChange: (recorded: Recorded) => void;
}): TicketLog {
  const { log, shop, now, onChange } = options;
  const space = ticketsOf(shop);
  const inMemory = new Map<string, Ticket>();
  /** One change of a ticket after the other. */
  const lanes = new Map<string, Promise<unknown>>();

  function run<T>(number: string, task: () => Promise<T>): Promise<T> {
    const before = lanes.get(number) ?? Promise.resolve();
    const next = before.then(task, task);
    lanes.set(number, next);
    const settle = () => lanes.get(number) === next && lanes.delete(number);
    next.then(settle, settle);
    return next;
  }

  async function readAll(number: string): Promise<readonly ChatEvent[]> {
    const events: ChatEvent[] = [];
    for (;;) {
      const page = await log.read(logIdOf(number), events.length, PAGE);
      events.push(...page);
      if (page.length < PAGE) return events;
    }
  }

  async function fold(number: string, { subject }: Pick<ConversationRecord, 'subject'>): Promise<Ticket | undefined> {
    let ticket: Ticket | undefined;
    for (const event of await readAll(number)) ticket = foldTicket(ticket, event, subject);
    return ticket;
  }

  const keep = (ticket: Ticket): Ticket => {
    if (ticket.archived) inMemory.delete(ticket.number);
    else inMemory.set(ticket.number, ticket);
    return ticket;
  };

  async function read(number: string): Promise<Ticket | undefined> {
    const found = await log.head(logIdOf(number));
    if (found?.record.shop !== space) return undefined;
    const ticket = await fold(number, found.record);
    return ticket && keep(ticket);
  }

  const get = async (number: string): Promise<Ticket | undefined> => inMemory.get(number) ?? read(number);

  const numberOf = ({ id }: ConversationRecord): string => id.slice(logIdOf('').length);

  const eventOf = (seq: number, id: string, from: Participant, { kind, body }: TicketChange): ChatEvent => ({
    seq,
    id,
    at: now(),
    from,
    kind,
    body: body as Readonly<Record<string, unknown>>,
  });

  const take = (before: Ticket | undefined, event: ChatEvent, subject: string): Recorded | undefined => {
    const ticket = foldTicket(before, event, subject);
    if (!ticket) return undefined;
    const recorded = { ticket: keep(ticket), event, duplicate: false };
    onChange(recorded);
    return recorded;
  };

  async function known(ticket: Ticket, author: string, id: string): Promise<Recorded | undefined> {
    const seq = await log.find(logIdOf(ticket.number), author, id);
    const [event] = seq === undefined ? [] : await log.read(logIdOf(ticket.number), seq - 1, 1);
    return event && { ticket, event, duplicate: true };
  }

  return {
    async load() {
      const records = [...(await log.open(space))];
      const worker = async (): Promise<void> => {
        for (let record = records.pop(); record; record = records.pop()) {
          const ticket = await fold(numberOf(record), record);
          if (ticket) keep(ticket);
        }
      };
      await Promise.all(Array.from({ length: LOADERS }, worker));
      return [...inMemory.values()];
    },
    get,
    async of(subject) {
      const found = await Promise.all((await log.allOf(space, subject)).map((record) => get(numberOf(record))));
      return found.filter((ticket) => ticket !== undefined);
    },
    events: readAll,
    open: (number, subject, author, id, change) =>
      run(number, async () => {
        const { name, ...from } = author;
        const event = eventOf(1, id, name === undefined ? from : author, change);
        const create = { id: logIdOf(number), shop: space, subject, createdAt: event.at };
        const [taken] = await log.insert([{ conversation: create.id, create, events: [event] }]);
        return taken ? take(undefined, event, subject) : undefined;
      }),
    erase: (logId, commit) => {
      const number = logId.slice(logIdOf('').length);
      return run(number, async () => {
        await commit();
        inMemory.delete(number);
      });
    },
    append: (number, author, id, change, check) =>
      run(number, async () => {
        for (let guess = 0; guess < GUESSES; guess++) {
          const ticket = await get(number);
          if (!ticket) return 'not-found';
          const repeat = await known(ticket, author.id, id);
          if (repeat) return repeat;
          const problem = check(ticket);
          if (problem !== undefined) return problem;
          const event = eventOf(ticket.seq + 1, id, author, change);
          const [taken] = await log.insert([{ conversation: logIdOf(number), events: [event] }]);
          const recorded = taken ? take(ticket, event, ticket.subject) : undefined;
          if (recorded) return recorded;
          inMemory.delete(number);
        }
        return 'busy';
      }),
  };
}
