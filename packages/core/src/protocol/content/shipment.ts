import { isName } from '../ids.ts';
import { type Guard, isNumber, list, optional, shape, string } from '../shape.ts';

/** One scan of a parcel. */
export interface Scan {
  readonly at: number;
  readonly text: string;
}

/** A parcel's way, newest scan first, and what is wrong with it if anything is. */
export interface ShipmentBody {
  readonly order: string;
  readonly carrier: string;
  readonly number: string;
  readonly scans: readonly Scan[];
  readonly due?: number | undefined;
  readonly anomaly?: string | undefined;
}

/** Guard of {@link ShipmentBody}. */
export const isShipment: Guard<ShipmentBody> = shape<ShipmentBody>({
  order: isName,
  carrier: string(80),
  number: string(64),
  scans: list(shape<Scan>({ at: isNumber, text: string(300) }), 60),
  due: optional(isNumber),
  anomaly: optional(string(500)),
});
