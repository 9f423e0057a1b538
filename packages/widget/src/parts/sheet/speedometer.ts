/** The moments that count: what a finger did before them says nothing about where it goes. */
const SPAN_MS = 100;

/** How fast a pointer moves down, in pixels a millisecond. */
export interface Speedometer {
  note(at: number, y: number): void;
  /** Over the last moments before `now`: a finger that has come to rest is not fast. */
  speed(now: number): number;
}

export function speedometer(): Speedometer {
  let seen: { readonly at: number; readonly y: number }[] = [];
  return {
    note(at, y) {
      seen = [...seen.filter((each) => at - each.at <= SPAN_MS), { at, y }];
    },
    speed(now) {
      const recent = seen.filter((each) => now - each.at <= SPAN_MS);
      const [first, last] = [recent[0], recent.at(-1)];
      return first && last && now > first.at ? (last.y - first.y) / (now - first.at) : 0;
    },
  };
}
