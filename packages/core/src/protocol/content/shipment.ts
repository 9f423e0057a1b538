import { isName } from '../ids.ts';
import { type Guard, isNumber, list, optional, shape, string } from '../shape.ts';
import { type Choice, isChoice } from './choices.ts';

/** One scan of a parcel. */
export interface Scan {
  readonly at: number;
  readonly text: string;
}

/**
 * A parcel's way, newest scan first, what is wrong with it if anything is, and what is offered for that. Taking an offer
 * sends a text with its label and `reply.value` = its value.
 */
export interface ShipmentBody {
  readonly order: string;
  readonly carrier: string;
  readonly number: string;
  readonly scans: readonly Scan[];
  readonly due?: number | undefined;
  /** In a few words, such as `No scan for 3 days`. */
  readonly anomaly?: string | undefined;
  /** What was done about it, with the small markup of messages. */
  readonly text?: string | undefined;
  readonly offers?: readonly Choice[] | undefined;
}

/** Guard of {@link ShipmentBody}. */
export const isShipment: Guard<ShipmentBody> = shape<ShipmentBody>({
  order: isName,
  carrier: string(80),
  number: string(64),
  scans: list(shape<Scan>({ at: isNumber, text: string(300) }), 60),
  due: optional(isNumber),
  anomaly: optional(string(500)),
  text: optional(string(1000)),
  offers: optional(list(isChoice, 4)),
});
