import type { TimelineItem } from '@xiaoer/core';
import type { OrderCard, PageSignal, TraceBody } from '@xiaoer/core/protocol';

/** One bot turn with the words it answered. */
export interface Turn {
  readonly key: string;
  readonly at: number;
  readonly trace: TraceBody;
  readonly asked: string;
  /** Why a person was called in this turn. */
  readonly handedOver?: string | undefined;
}

/** Bot turns, newest first. */
export function turnsOf(items: readonly TimelineItem[]): readonly Turn[] {
  const turns: Turn[] = [];
  let asked: string[] = [];
  let answered = false;
  let handedOver: string | undefined;
  for (const { key, at, from, content } of items) {
    if (from.role === 'shopper' && content.kind === 'text') {
      asked = answered ? [content.body.text] : [...asked, content.body.text];
      answered = false;
    } else if (content.kind === 'handoff' && content.body.state === 'requested') {
      handedOver = content.body.reason;
    } else if (content.kind === 'trace') {
      turns.unshift({ key, at, trace: content.body, asked: asked.join(' '), handedOver });
      answered = true;
      handedOver = undefined;
    }
  }
  return turns;
}

/** The product in focus: what the page shows, else what the newest message was about. */
export function focusOf(page: PageSignal | null, items: readonly TimelineItem[]): string | undefined {
  if (page?.product) return page.product;
  for (let n = items.length - 1; n >= 0; n--) {
    const item = items[n];
    if (item?.from.role !== 'shopper') continue;
    if (item.content.kind === 'text' && item.content.body.about) return item.content.body.about.product;
    if (item.content.kind === 'product') return item.content.body.product;
  }
  return undefined;
}

/** Orders that appear in the conversation, each as it was shown last, newest order first. */
export function ordersOf(items: readonly TimelineItem[]): readonly OrderCard[] {
  const orders = new Map<string, OrderCard>();
  for (const { content } of items) {
    if (content.kind === 'order' && content.body.card) orders.set(content.body.card.id, content.body.card);
    if (content.kind === 'orders') for (const card of content.body.items) orders.set(card.id, card);
  }
  return [...orders.values()].sort((a, b) => b.placedAt - a.placedAt);
}

/** A point of the mood line: −1 … 1. */
export interface MoodPoint {
  readonly at: number;
  readonly valence: number;
  readonly anger: number;
  readonly words: readonly string[];
}

/** The moods that the bot heard, oldest first. */
export const moodsOf = (items: readonly TimelineItem[]): readonly MoodPoint[] =>
  items.flatMap(({ at, content }) =>
    content.kind === 'trace' && content.body.mood ? [{ at, ...content.body.mood }] : [],
  );

/** A mood in one word: a part of the key `side.mood…`. */
export function moodWord(moods: readonly MoodPoint[]): 'Angry' | 'Upset' | 'Glad' | 'Calmer' | 'Calm' {
  const last = moods.at(-1);
  if (!last) return 'Calm';
  if (last.anger >= 0.5) return 'Angry';
  if (last.valence <= -0.25) return 'Upset';
  if (last.valence >= 0.35) return 'Glad';
  return moods.some(({ valence, anger }) => valence <= -0.25 || anger >= 0.5) ? 'Calmer' : 'Calm';
}
