import { type clockOf, wallAt } from '../shops/wall-clock.ts';

/** `261121-0007`: the day on the shop's wall, and a number of that day. `taken` names those that are known. */
export function ticketNumbers(
  now: () => number,
  wall: ReturnType<typeof clockOf>,
  taken: () => Iterable<string>,
): () => string {
  let last = { day: '', n: 0 };
  return () => {
    const day = new Date(wallAt(now(), wall)).toISOString().slice(2, 10).replaceAll('-', '');
    if (last.day !== day) {
      const today = [...taken()].filter((number) => number.startsWith(`${day}-`));
      last = { day, n: Math.max(0, ...today.map((number) => Number(number.slice(day.length + 1)))) };
    }
    last.n += 1;
    return `${day}-${String(last.n).padStart(4, '0')}`;
  };
}
