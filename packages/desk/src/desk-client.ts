import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { DeskClient } from '@xiaoer/core/desk';
import type { InboxRow } from '@xiaoer/core/protocol';
import type { AccountApi } from './account/account-api.ts';
import { type AlertPorts, followAlerts } from './alerts/follow-alerts.ts';
import type { Catalogue } from './catalogue.ts';
import { neighbour, type Section, sectionsOf } from './inbox/sections.ts';
import { sectionsIn, type ViewName } from './inbox/views.ts';
import { type DeskLocale, deskTranslator } from './locales/translate.ts';
import { createMerchantDesk, type MerchantDesk } from './merchant/merchant-desk.ts';
import type { NumbersApi } from './numbers/numbers-api.ts';
import { createNumbersDesk, type NumbersDesk } from './numbers/numbers-desk.ts';
import type { DeskRole, PrivacyApi } from './privacy/privacy-api.ts';
import type { QualityApi } from './quality/quality-api.ts';
import { createQualityDesk, type QualityDesk } from './quality/quality-desk.ts';
import type { SavedReplies } from './replies/saved-replies.ts';
import { type Actions, createActions } from './state/actions.ts';
import type { AnswersSource, DraftsSource } from './state/answers-source.ts';
import { startClock } from './state/clock.ts';
import { createDrafts, type DraftMode, type DraftStorage, type Drafts } from './state/drafts.ts';
import { followConversations, type Opened } from './state/opened.ts';
import type { OrdersSource } from './state/orders-source.ts';
import { createTicketDesk, type TicketDesk } from './tickets/ticket-desk.ts';
import type { TicketsApi } from './tickets/tickets-api.ts';

/** What a desk is made of. */
export interface DeskOptions {
  readonly client: DeskClient;
  readonly catalogue: Catalogue;
  readonly orders: OrdersSource;
  readonly replies: SavedReplies;
  readonly answers: AnswersSource;
  readonly drafting: DraftsSource;
  readonly tickets: TicketsApi;
  readonly privacy: PrivacyApi;
  readonly numbers: NumbersApi;
  readonly quality: QualityApi;
  readonly account: AccountApi;
  /** Asks the server the page is from, for the pages of the merchant's room. */
  readonly ask: MerchantDesk['ask'];
  readonly storage: DraftStorage;
  readonly alerts: AlertPorts;
  readonly now: () => number;
  readonly locale: DeskLocale;
}

/** Everything that the parts of the page read and call. */
export interface Desk {
  readonly client: DeskClient;
  readonly catalogue: Catalogue;
  readonly orders: OrdersSource;
  readonly replies: SavedReplies;
  readonly answers: AnswersSource;
  /** What Xiaoer would say, where the shop has a person say it. */
  readonly drafting: DraftsSource;
  readonly drafts: Drafts;
  readonly opened: Opened;
  readonly actions: Actions;
  readonly alerts: AlertPorts;
  readonly tickets: TicketDesk;
  readonly privacy: PrivacyApi;
  readonly account: AccountApi;
  /** Whether the question stands how this agent comes in. */
  readonly accountOpen: Signal<boolean>;
  /** What the agent of this page may do; the least until the server has told. */
  readonly role: ReadonlySignal<DeskRole>;
  /** Whether the question about the shopper's data stands over the page. */
  readonly dataOpen: Signal<boolean>;
  readonly numbers: NumbersDesk;
  readonly merchant: MerchantDesk;
  readonly quality: QualityDesk;
  /** Which room of the page is shown. */
  readonly place: Signal<'talks' | 'tickets' | 'numbers' | 'quality' | 'shop'>;
  /** Wall clock, once a second. */
  readonly now: ReadonlySignal<number>;
  readonly locale: Signal<DeskLocale>;
  readonly sections: ReadonlySignal<readonly Section[]>;
  /** Which part of the inbox is shown. */
  readonly view: Signal<ViewName>;
  readonly selected: Signal<string | null>;
  /** The inbox row of the chosen conversation; absent for one that left the inbox. */
  readonly row: ReadonlySignal<InboxRow | undefined>;
  readonly mode: Signal<DraftMode>;
  /** Minutes after which a note is due; 0 for one that is no task. */
  readonly dueIn: Signal<number>;
  readonly picking: Signal<boolean>;
  readonly sideOpen: Signal<boolean>;
  readonly helpOpen: Signal<boolean>;
  readonly closing: Signal<boolean>;
  /** Whether the question stands to whom the conversation is passed on. */
  readonly passing: Signal<boolean>;
  /** True for somebody without a key. */
  readonly locked: Signal<boolean>;
  /** Whether the shopper's last words in this row were not looked at yet. */
  isUnread(row: InboxRow): boolean;
  select(conversation: string): void;
  /** Goes through the list as it is shown. */
  step(by: 1 | -1): void;
  /** Goes through the agent's own conversations, from either end to the other. */
  stepMine(by: 1 | -1): void;
  /** Opens the agent's own conversation at a place, from 1. */
  openMine(place: number): void;
  stop(): void;
}

/** Wires the desk: one client, and the state of one page over it. */
export function createDesk(options: DeskOptions): Desk {
  const { client, catalogue, orders, replies, answers, drafting, privacy, account, storage, alerts, now, locale } =
    options;
  const clock = startClock(now);
  const drafts = createDrafts(storage);
  const selected = signal<string | null>(null);
  const sections = computed(() => sectionsOf(client.inbox.value, client.principal.value?.id));
  const mine = computed(
    () => sections.value.find(({ name }) => name === 'mine')?.rows.map((r) => r.conversation) ?? [],
  );
  const view = signal<ViewName>('all');
  const row = computed(() => client.inbox.value.find(({ conversation }) => conversation === selected.value));
  const opened = followConversations(client, selected, mine);
  const language = signal(locale);
  const tickets = createTicketDesk({
    api: options.tickets,
    locale: language,
    me: () => client.principal.value?.id,
    awake: () => client.principal.peek() !== null && document.visibilityState === 'visible',
  });
  const promised = (text: string) => deskTranslator(language.peek())('promise.note', { text });
  const actions = createActions(client, drafts, { now, promised }, opened);
  const seen = signal<Readonly<Record<string, number>>>({});
  const mode = signal<DraftMode>('reply');
  const picking = signal(false);
  const closing = signal(false);
  const passing = signal(false);
  const dataOpen = signal(false);
  const role = signal<DeskRole>('agent');
  const numbers = createNumbersDesk({ api: options.numbers, locale: language, role, now });
  const place: Desk['place'] = signal('talks');
  const merchant = createMerchantDesk({
    ask: options.ask,
    storage,
    locale: language,
    me: computed(() => client.principal.value?.id),
    now,
    role,
    enter: () => {
      place.value = 'shop';
    },
  });
  const quality = createQualityDesk({
    api: options.quality,
    locale: language,
    role,
    me: () => client.principal.peek()?.id,
  });

  const stops = [
    effect(() => {
      if (!client.principal.value) return;
      drafts.belongTo(client.principal.value.id);
      void privacy.role().then((told) => {
        role.value = told ?? 'agent';
      });
    }),
    // A note that asked this agent to look has done so once the conversation is looked at.
    effect(() => {
      const { conversation, mentions, head } = row.value ?? {};
      const me = client.principal.value?.id;
      const room = conversation === undefined ? undefined : opened.byId.value.get(conversation);
      if (room && me !== undefined && head !== undefined && mentions?.includes(me))
        untracked(() => void room.send('read', { upTo: head }).catch(() => undefined));
    }),
    effect(() => {
      const looking = row.value;
      if (looking && seen.peek()[looking.conversation] !== looking.head)
        seen.value = { ...seen.peek(), [looking.conversation]: looking.head };
    }),
  ];

  const select = (conversation: string) => {
    if (selected.peek() === conversation) return;
    picking.value = false;
    closing.value = false;
    passing.value = false;
    dataOpen.value = false;
    mode.value = 'reply';
    selected.value = conversation;
  };

  const desk: Desk = {
    client,
    catalogue,
    orders,
    replies,
    answers,
    drafting,
    drafts,
    opened,
    actions,
    alerts,
    tickets,
    privacy,
    account,
    accountOpen: signal(false),
    role,
    dataOpen,
    numbers,
    merchant,
    quality,
    place,
    now: clock.now,
    locale: language,
    sections,
    view,
    selected,
    row,
    mode,
    dueIn: signal(0),
    picking,
    sideOpen: signal(false),
    helpOpen: signal(false),
    closing,
    passing,
    locked: signal(false),
    isUnread: ({ conversation, last, head }) => last?.role === 'shopper' && head > (seen.value[conversation] ?? 0),
    select,
    step(by) {
      const next = neighbour(sectionsIn(sections.peek(), view.peek()), selected.peek(), by);
      if (next) select(next.conversation);
    },
    stepMine(by) {
      const own = mine.peek();
      const at = own.indexOf(selected.peek() ?? '');
      const next = own.at(at < 0 ? 0 : (at + by) % own.length);
      if (next) select(next);
    },
    openMine(place) {
      const next = mine.peek()[place - 1];
      if (next) select(next);
    },
    stop() {
      tickets.stop();
      clock.stop();
      opened.stop();
      for (const stop of stops) stop();
    },
  };
  stops.push(followAlerts(desk, alerts));
  return desk;
}
