import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId } from '@xiaoer/core/protocol';
import { filterTickets, type TicketFilter } from './filter-tickets.ts';
import type { Ticket, TicketEvent, TicketSetup } from './ticket.ts';
import type { TicketRefusal, TicketsApi } from './tickets-api.ts';

/** How often changes are asked for, in milliseconds. */
const LOOK_MS = 4_000;
/** Of so many looks one asks for everything. */
const WHOLE_EVERY = 15;

/** The question that stands over the page. */
export type TicketDialogName = 'open' | 'move' | 'assign' | 'import';

/** Tickets as the page shows them. */
export interface TicketDesk {
  readonly api: TicketsApi;
  readonly all: ReadonlySignal<ReadonlyMap<string, Ticket>>;
  readonly setup: ReadonlySignal<TicketSetup | undefined>;
  readonly filter: Signal<TicketFilter>;
  readonly shown: ReadonlySignal<readonly Ticket[]>;
  readonly selected: Signal<string | null>;
  readonly current: ReadonlySignal<Ticket | undefined>;
  /** What happened to the chosen one; undefined until it is known. */
  readonly events: ReadonlySignal<readonly TicketEvent[] | undefined>;
  /** Numbers that are marked, for doing something with all of them. */
  readonly marked: Signal<ReadonlySet<string>>;
  readonly dialog: Signal<TicketDialogName | null>;
  readonly refusal: Signal<TicketRefusal | null>;
  /** A name for a wish: the same wish again has the same. */
  newId(): string;
  step(by: 1 | -1): void;
  mark(number: string): void;
  /** Does something with the marked ones, or the chosen one where none is. True when it was done with all. */
  act(action: Readonly<Record<string, unknown>>, id: string): Promise<boolean>;
  /** The chosen one only. */
  actOnChosen(action: Readonly<Record<string, unknown>>, id: string): Promise<boolean>;
  /** Opens one. */
  open(wish: Readonly<Record<string, unknown>>): Promise<Ticket | TicketRefusal>;
  refresh(): Promise<void>;
  stop(): void;
}

/** Follows the server's tickets. `awake`: whether somebody is there to see them. */
export function createTicketDesk(options: {
  readonly api: TicketsApi;
  readonly locale: ReadonlySignal<string>;
  readonly me: () => string | undefined;
  readonly awake: () => boolean;
}): TicketDesk {
  const { api, locale, me, awake } = options;
  const all = signal<ReadonlyMap<string, Ticket>>(new Map());
  const setup = signal<TicketSetup>();
  const filter = signal<TicketFilter>({ view: 'open', text: '', type: '', group: '' });
  const selected = signal<string | null>(null);
  const events = signal<readonly TicketEvent[]>();
  const marked = signal<ReadonlySet<string>>(new Set());
  const dialog = signal<TicketDialogName | null>(null);
  const refusal = signal<TicketRefusal | null>(null);
  const shown = computed(() => filterTickets([...all.value.values()], filter.value, me()));
  const current = computed(() => all.value.get(selected.value ?? ''));
  let version = 0;
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const take = (tickets: readonly Ticket[], gone: readonly string[] = []): void => {
    if (tickets.length + gone.length === 0) return;
    const next = new Map(all.peek());
    for (const ticket of tickets) {
      if (ticket.archived) next.delete(ticket.number);
      else next.set(ticket.number, ticket);
    }
    for (const number of gone) next.delete(number);
    all.value = next;
  };

  async function refresh(): Promise<void> {
    const found = await api.list(version);
    if (!found || stopped) return;
    // A server that began anew counts from the start again.
    if (found.version < version) {
      version = 0;
      return refresh();
    }
    version = found.version;
    take(found.tickets, found.gone);
  }

  const look = (): void => {
    looks += 1;
    // What is due soon becomes so without anything having happened.
    if (looks % WHOLE_EVERY === 0) version = 0;
    timer = setTimeout(() => void (awake() ? refresh() : Promise.resolve()).finally(() => !stopped && look()), LOOK_MS);
  };

  const stops = [
    effect(() => {
      const language = locale.value;
      void api.setup(language).then((found) => {
        if (found && locale.peek() === language) setup.value = found;
      });
    }),
    // What was refused of one is no matter of the next.
    selected.subscribe(() => {
      refusal.value = null;
    }),
    effect(() => {
      const ticket = current.value;
      if (!ticket) {
        events.value = undefined;
        return;
      }
      void api.events(ticket.number).then((found) => {
        if (found && selected.peek() === ticket.number) events.value = found;
      });
    }),
  ];
  void refresh();
  look();

  const settle = (done: Ticket | TicketRefusal): boolean => {
    if ('code' in done) {
      refusal.value = done;
      return false;
    }
    take([done]);
    return true;
  };

  const actOnChosen: TicketDesk['actOnChosen'] = async (action, id) => {
    const number = selected.peek();
    if (number === null) return false;
    refusal.value = null;
    return settle(await api.post(number, { ...action, id }));
  };

  return {
    api,
    all,
    setup,
    filter,
    shown,
    selected,
    current,
    events,
    marked,
    dialog,
    refusal,
    newId: () => newId((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
    step(by) {
      const numbers = shown.peek().map(({ number }) => number);
      const at = numbers.indexOf(selected.peek() ?? '');
      const next = numbers[at < 0 ? 0 : Math.min(numbers.length - 1, Math.max(0, at + by))];
      if (next !== undefined) selected.value = next;
    },
    mark(number) {
      const next = new Set(marked.peek());
      if (!next.delete(number)) next.add(number);
      marked.value = next;
    },
    async act(action, id) {
      const numbers = [...marked.peek()];
      if (numbers.length === 0) return actOnChosen(action, id);
      refusal.value = null;
      const done = await api.bulk({ id, numbers, action });
      if ('code' in done) return settle(done);
      const good = done.map(settle);
      // What was refused stays marked, so that one sees which.
      marked.value = new Set(numbers.filter((_, n) => !good[n]));
      return good.every(Boolean);
    },
    actOnChosen,
    async open(wish) {
      refusal.value = null;
      const done = await api.post(undefined, wish);
      if (!('code' in done)) take([done]);
      return done;
    },
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
