import { isName } from '../ids.ts';
import { isMoney, type Money } from '../money.ts';
import { type Guard, integer, isBoolean, isNumber, list, oneOf, optional, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/** Something of the order that can go back. */
export interface ReturnItem {
  readonly id: string;
  readonly title: string;
  readonly options?: string | undefined;
  readonly image?: string | undefined;
  readonly quantity: number;
  /** What is paid back for all pieces of it. */
  readonly refund: Money;
}

/** Why it goes back, what that takes, and who pays the parcel then. */
export interface ReturnReason {
  readonly value: string;
  readonly label: string;
  /** Pictures must show it. */
  readonly pictures?: boolean | undefined;
  readonly parcel: 'shop' | 'shopper';
}

/**
 * A return to fill in. Answered by a text with `reply.value` = the reason, and `reply.values`: `order`, `items` (ids with
 * a space between), `pictures` (the ids of the `image` ops that show it, with a space between), `note`.
 */
export interface ReturnBody {
  readonly order: string;
  readonly number: string;
  readonly items: readonly ReturnItem[];
  readonly reasons: readonly ReturnReason[];
  /** Where the money goes back to, in words of the shop. */
  readonly to?: string | undefined;
  /** Most pictures; 0 where none are wanted. 6 when absent. */
  readonly pictures?: number | undefined;
  /** Until when the order can go back. */
  readonly until?: number | undefined;
}

/** Guard of {@link ReturnBody}. */
export const isReturn: Guard<ReturnBody> = shape<ReturnBody>({
  order: isName,
  number: string(64, 1),
  items: list(
    shape<ReturnItem>({
      id: isName,
      title: string(300, 1),
      options: optional(string(120)),
      image: optional(isSafeUrl),
      quantity: integer(1, 100_000),
      refund: isMoney,
    }),
    60,
    1,
  ),
  reasons: list(
    shape<ReturnReason>({
      value: string(100, 1),
      label: string(120, 1),
      pictures: optional(isBoolean),
      parcel: oneOf('shop', 'shopper'),
    }),
    12,
    1,
  ),
  to: optional(string(80)),
  pictures: optional(integer(0, 9)),
  until: optional(isNumber),
});
