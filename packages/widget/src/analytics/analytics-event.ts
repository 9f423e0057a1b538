/** What happened in the chat, by a stable name, with its parameters. No words of anybody, no name, no id of a person. */
export interface AnalyticsEvents {
  /** The panel was opened. */
  chat_opened: Readonly<Record<string, never>>;
  /** The panel was closed, that many seconds later. */
  chat_closed: { readonly seconds: number };
  /** The shopper wrote something; `question` counts from 1 on this page. */
  chat_asked: { readonly question: number; readonly length: number };
  /** The first answer to it came, from bot or agent, that many milliseconds later. */
  chat_answered: { readonly by: 'bot' | 'agent'; readonly source?: string; readonly milliseconds: number };
  /** A card came; with the ids of its products, orders or coupon, up to ten. */
  card_shown: { readonly card: string; readonly items: string };
  /** A button of a card was pressed: the name of the question to the page, as `cart:add`, and what it is about. */
  card_clicked: { readonly action: string; readonly item: string };
  /** A card was answered in the chat: quick reply, form, picker. */
  card_answered: Readonly<Record<string, never>>;
  /** A person was asked for, has come, or has left. */
  handoff_queued: Readonly<Record<string, never>>;
  handoff_joined: { readonly seconds: number };
  handoff_ended: Readonly<Record<string, never>>;
  /** The shopper rated the conversation, 1 to 5. */
  chat_rated: { readonly score: number };
  /** A message could not be sent; why, by the code of the protocol. */
  chat_failed: { readonly code: string };
}

/** Name of an analytics event. It never changes its meaning. */
export type AnalyticsName = keyof AnalyticsEvents;

/** One event as listeners and bridges get it. */
export type AnalyticsEvent = {
  readonly [N in AnalyticsName]: { readonly name: N; readonly parameters: AnalyticsEvents[N] };
}[AnalyticsName];

/** Every name, for who lists them. */
export const ANALYTICS_NAMES = [
  'chat_opened',
  'chat_closed',
  'chat_asked',
  'chat_answered',
  'card_shown',
  'card_clicked',
  'card_answered',
  'handoff_queued',
  'handoff_joined',
  'handoff_ended',
  'chat_rated',
  'chat_failed',
] as const satisfies readonly AnalyticsName[];
