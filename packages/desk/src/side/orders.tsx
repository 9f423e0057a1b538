import type { Conversation } from '@xiaoer/core/desk';
import type { OrderCard } from '@xiaoer/core/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { ordersOf } from './findings.ts';
import { SideSection } from './section.tsx';

/** Most orders shown. */
const MOST = 8;

/** The shopper's orders from the shop; where it does not tell, those that appear in the conversation. */
export function Orders({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t, format } = useDesk();
  const [told, setTold] = useState<readonly OrderCard[]>();
  const shown = ordersOf(conversation.messages.value);
  const stamp = shown.map(({ id, status }) => id + status).join();
  // Whoever signs in during the conversation has other orders than the visitor before.
  const who = desk.row.value?.shopper.id;

  useEffect(() => {
    let stale = false;
    void desk.orders(conversation.id).then((orders) => {
      if (!stale) setTold(orders);
    });
    return () => {
      stale = true;
    };
  }, [desk, conversation.id, stamp, who]);

  const orders = told ?? shown;
  if (orders.length === 0) return null;
  return (
    <SideSection name="orders" title={t('side.orders')} fact={format.number(orders.length)}>
      <ul class="orders">
        {[...orders]
          .sort((a, b) => b.placedAt - a.placedAt)
          .slice(0, MOST)
          .map((order) => (
            <li key={order.id}>
              <bdi class="order-number">{order.number}</bdi>
              <span class="order-what" dir="auto">
                {order.lines.map(({ title }) => title).join(', ')}
              </span>
              <span class="tag">{t(`order.${order.status}`)}</span>
              <span class="order-facts">
                {format.date(order.placedAt)}, {format.money(order.total)}
                {order.parcel && `, ${order.parcel.carrier} ${order.parcel.number}`}
              </span>
            </li>
          ))}
      </ul>
    </SideSection>
  );
}
