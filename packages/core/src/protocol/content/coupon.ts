import { isName } from '../ids.ts';
import { isMoney, type Money } from '../money.ts';
import { type Guard, isNumber, oneOf, optional, shape, string } from '../shape.ts';

/** A coupon to claim or to copy. */
export interface CouponBody {
  readonly coupon: string;
  readonly title: string;
  readonly off: Money;
  readonly from?: Money | undefined;
  readonly until?: number | undefined;
  readonly code?: string | undefined;
  readonly state: 'open' | 'claimed' | 'expired';
}

/** Guard of {@link CouponBody}. */
export const isCoupon: Guard<CouponBody> = shape<CouponBody>({
  coupon: isName,
  title: string(200, 1),
  off: isMoney,
  from: optional(isMoney),
  until: optional(isNumber),
  code: optional(string(64)),
  state: oneOf('open', 'claimed', 'expired'),
});
