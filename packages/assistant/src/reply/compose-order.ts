import type { OrderCard } from '@xiaoer/core/protocol';
import type { TurnReply } from '../turn.ts';
import type { Composing } from './composing.ts';
import { formatDay } from './format.ts';

/** An order card with one line: where it is, and when it is due. `brief` leaves the line out. */
export function composeOrder(card: OrderCard, brief: boolean, { knowledge, lang, t }: Composing): readonly TurnReply[] {
  const moving = card.status === 'shipped' || card.status === 'packed' || card.status === 'paid';
  const due = moving
    ? card.steps?.find(({ status, state }) => status === 'delivered' && state !== 'done')?.at
    : undefined;
  const text = t.orderSummary({
    number: card.number,
    status: card.status,
    parcel: card.parcel ? `${card.parcel.carrier} ${card.parcel.number}` : undefined,
    last: card.parcel?.last,
    due: due === undefined ? undefined : formatDay(due, lang, knowledge.source.shop.timeZone ?? 'UTC'),
  });
  return [{ kind: 'order', body: { order: card.id, card, ...(brief ? {} : { text }) } }];
}
