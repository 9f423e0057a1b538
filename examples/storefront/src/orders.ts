import type { Money } from './catalogue.ts';
import type { Locale } from './localized.ts';

/** Where an order stands. */
export type OrderStatus =
  | 'unpaid'
  | 'paid'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'returning'
  | 'refunded';

/** One step of an order's way. */
export interface OrderStep {
  readonly status: OrderStatus;
  readonly state: 'done' | 'now' | 'todo';
  /** Milliseconds since 1970; of a step to come, when it is expected. */
  readonly at?: number;
}

/** An order in one language, as `/demo/orders` tells it. */
export interface Order {
  readonly id: string;
  readonly number: string;
  readonly placedAt: number;
  readonly status: OrderStatus;
  readonly lines: readonly {
    readonly title: string;
    readonly product?: string;
    readonly options?: string;
    readonly image?: string;
    readonly quantity: number;
    readonly price: Money;
  }[];
  readonly total: Money;
  readonly steps?: readonly OrderStep[];
  readonly parcel?: {
    readonly carrier: string;
    readonly number: string;
    readonly last?: string;
    readonly at?: number;
  };
  readonly address?: { readonly name?: string; readonly phone?: string; readonly text: string };
}

/** The orders of whom a token names, newest first. Rejects when the server gives none. */
export async function loadOrders(token: string, locale: Locale): Promise<readonly Order[]> {
  const answer = await fetch(`/demo/orders?locale=${locale}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`/demo/orders answered ${answer.status}`);
  return ((await answer.json()) as { readonly orders: readonly Order[] }).orders;
}
