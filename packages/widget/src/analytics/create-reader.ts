import type { WidgetEventName, WidgetEvents } from '../state/events.ts';
import type { AnalyticsEvent, AnalyticsEvents, AnalyticsName } from './analytics-event.ts';
import { itemsOf } from './items-of.ts';

/** Turns what one widget tells its page into analytics events. */
export type Reader = <E extends WidgetEventName>(name: E, detail: WidgetEvents[E]) => readonly AnalyticsEvent[];

/** Kinds that are no card: words, marks and the house's own lines. */
const NO_CARD: ReadonlySet<string> = new Set(['text', 'notice', 'handoff', 'closed', 'read', 'retracted', 'hidden']);

const event = <N extends AnalyticsName>(name: N, parameters: AnalyticsEvents[N]): readonly AnalyticsEvent[] => [
  { name, parameters } as AnalyticsEvent,
];

/** A reader of one widget. It keeps when the panel opened, what waits for an answer, and who is speaking. */
export function createReader(now: () => number): Reader {
  let openedAt: number | undefined;
  let askedAt: number | undefined;
  let queuedAt: number | undefined;
  let questions = 0;
  let mode = 'bot';

  const seconds = (since: number | undefined): number =>
    since === undefined ? 0 : Math.round((now() - since) / 1_000);

  const sent = ({ content: { kind, body } }: WidgetEvents['message:sent']): readonly AnalyticsEvent[] => {
    if (kind === 'rating' && 'score' in body && typeof body.score === 'number')
      return event('chat_rated', { score: body.score });
    if (kind !== 'text' || !('text' in body)) return [];
    askedAt = now();
    if ('reply' in body && body.reply !== undefined) return event('card_answered', {});
    return event('chat_asked', { question: ++questions, length: body.text.length });
  };

  const received = ({ from, content: { kind, body } }: WidgetEvents['message:received']): readonly AnalyticsEvent[] => {
    const card = NO_CARD.has(kind) ? [] : event('card_shown', { card: kind, items: itemsOf(body) });
    if (askedAt === undefined || (from.role !== 'bot' && from.role !== 'agent')) return card;
    const milliseconds = Math.round(now() - askedAt);
    askedAt = undefined;
    const source = kind === 'text' && 'source' in body ? body.source?.kind : undefined;
    return [...event('chat_answered', { by: from.role, milliseconds, ...(source && { source }) }), ...card];
  };

  const served = (next: string): readonly AnalyticsEvent[] => {
    const before = mode;
    mode = next;
    if (next === before) return [];
    if (next === 'queued') {
      queuedAt = now();
      return event('handoff_queued', {});
    }
    if (next === 'agent') return event('handoff_joined', { seconds: seconds(queuedAt) });
    return before === 'agent' || before === 'queued' ? event('handoff_ended', {}) : [];
  };

  return (name, detail) => {
    switch (name) {
      case 'panel:opened':
        openedAt = now();
        return event('chat_opened', {});
      case 'panel:closed':
        return event('chat_closed', { seconds: seconds(openedAt) });
      case 'message:sent':
        return sent(detail as WidgetEvents['message:sent']);
      case 'message:received':
        return received(detail as WidgetEvents['message:received']);
      case 'message:failed':
        return event('chat_failed', { code: (detail as WidgetEvents['message:failed']).error ?? 'unknown' });
      case 'handoff:changed':
        return served((detail as WidgetEvents['handoff:changed']).mode);
      case 'product:view':
      case 'cart:add':
      case 'variant:choose':
        return event('card_clicked', { action: name, item: (detail as WidgetEvents['cart:add']).product.id });
      case 'coupon:claim':
        return event('card_clicked', { action: name, item: (detail as WidgetEvents['coupon:claim']).coupon.coupon });
      case 'return:start':
        return event('card_clicked', { action: name, item: (detail as WidgetEvents['return:start']).order });
      case 'order:pay':
      case 'order:confirm':
      case 'order:track':
      case 'order:address':
      case 'order:cancel':
      case 'order:return':
        return event('card_clicked', { action: name, item: (detail as WidgetEvents['order:pay']).order.id });
      default:
        return [];
    }
  };
}
