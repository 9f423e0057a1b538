import type { Localized } from '@xiaoer/assistant';
import type { Address, Money, OrderAction, OrderCard, OrderStatus, OrderStep } from '@xiaoer/core/protocol';
import { localize } from './field-source.ts';

/** An order as the merchant's export has it, in all its languages. */
export interface ShopOrder {
  /** The `sub` of the shopper's token. */
  readonly subject: string;
  readonly id: string;
  readonly number: string;
  readonly placedAt: number;
  readonly status: OrderStatus;
  readonly lines: readonly {
    readonly title: Localized;
    readonly product?: string | undefined;
    readonly options?: Localized | undefined;
    readonly image?: string | undefined;
    readonly quantity: number;
    readonly price: Money;
  }[];
  readonly total: Money;
  readonly steps?: readonly OrderStep[] | undefined;
  readonly parcel?:
    | {
        readonly carrier: Localized;
        readonly number: string;
        readonly last?: Localized | undefined;
        readonly at?: number | undefined;
      }
    | undefined;
  readonly address?: Address | undefined;
  readonly actions?: readonly OrderAction[] | undefined;
}

const WAY = ['paid', 'packed', 'shipped', 'delivered'] as const;

/** The way of a parcel by its status; none for orders that left it. */
function usualSteps(status: OrderStatus): OrderStep[] | undefined {
  const now = status === 'unpaid' ? -1 : WAY.indexOf(status as (typeof WAY)[number]);
  if (now < 0 && status !== 'unpaid') return undefined;
  const way = WAY.map((step, n): OrderStep => {
    const done = n < now || (n === now && status === 'delivered');
    return { status: step, state: done ? 'done' : n === now ? 'now' : 'todo' };
  });
  return status === 'unpaid' ? [{ status: 'unpaid', state: 'now' }, ...way] : way;
}

const USUAL_ACTIONS: Readonly<Partial<Record<OrderStatus, readonly OrderAction[]>>> = {
  unpaid: ['address', 'cancel'],
  paid: ['address', 'cancel'],
  packed: ['address'],
  shipped: ['track'],
  delivered: ['track', 'return'],
};

/** Whether the parcel can still be sent elsewhere. */
export const canChangeAddress = ({ status }: Pick<ShopOrder, 'status'>): boolean =>
  status === 'unpaid' || status === 'paid' || status === 'packed';

/** An order in one language, with the address it goes to now. */
export function orderCard(
  order: ShopOrder,
  address: Address | undefined,
  locale: string,
  locales: readonly string[],
): OrderCard {
  const text = (value: Localized, most: number) => localize(value, locale, locales).slice(0, most);
  const actions = order.actions ?? USUAL_ACTIONS[order.status] ?? [];
  const { parcel } = order;
  return {
    id: order.id,
    number: order.number,
    placedAt: order.placedAt,
    status: order.status,
    lines: order.lines.map((line) => ({
      title: text(line.title, 300),
      product: line.product,
      options: line.options && text(line.options, 120),
      image: line.image,
      quantity: line.quantity,
      price: line.price,
    })),
    total: order.total,
    steps: order.steps ?? usualSteps(order.status),
    parcel: parcel && {
      carrier: text(parcel.carrier, 80),
      number: parcel.number,
      last: parcel.last && text(parcel.last, 300),
      at: parcel.at,
    },
    address: address ?? order.address,
    actions: actions.filter((action) => action !== 'address' || canChangeAddress(order)),
  };
}
