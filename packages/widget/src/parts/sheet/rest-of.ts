/** Where a sheet comes to rest: gone, most of the screen, or all of it. */
export type Rest = 'closed' | 'half' | 'full';

/** A drag that ended. Lengths in CSS pixels, down is positive. */
export interface Drag {
  readonly from: 'half' | 'full';
  readonly moved: number;
  /** Pixels a millisecond, of the last moments. */
  readonly speed: number;
  /** Height of the sheet when it began. */
  readonly height: number;
}

/** Beyond this share of its height a sheet closes, or beyond a third of that grows. */
const FAR = 0.35;

/** A flick, in pixels a millisecond; a throw, which closes what is full in one go. */
const FLICK = 0.5;
const THROW = 1.5;

/** Where a drag leads: as far as it went, or on in the direction of a flick. */
export function restOf({ from, moved, speed, height }: Drag): Rest {
  if (moved > height * FAR || speed > THROW) return 'closed';
  if (from === 'half') {
    if (speed > FLICK) return 'closed';
    return speed < -FLICK || moved < (-height * FAR) / 3 ? 'full' : 'half';
  }
  return speed > FLICK || (speed > -FLICK && moved > (height * FAR) / 3) ? 'half' : 'full';
}
