import { readNumeral } from './numeral.ts';

const ENGLISH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6 };

/** A place in what was shown: 1, 2, 3 … or -1 for the last. Every place named, in order. */
export function readOrdinals(text: string): readonly number[] {
  const places: number[] = [];
  const shape =
    /第([一二两三四五六七八九十\d]{1,2})(?:个|款|条|件|种|套|张|双)?|(?:the |number |no\.? ?|#)(first|second|third|fourth|fifth|sixth|[1-9](?!\d))(?: one)?|(最后(?:一)?(?:个|款|条|件|种)|the last one)/g;
  for (const found of text.matchAll(shape)) {
    if (found[3]) places.push(-1);
    else if (found[1]) places.push(readNumeral(found[1]) ?? 0);
    else if (found[2]) places.push(ENGLISH[found[2]] ?? Number(found[2]));
  }
  return places.filter((place) => place !== 0);
}

/** The item at a place, or undefined. */
export const atPlace = <T>(items: readonly T[], place: number): T | undefined =>
  place < 0 ? items[items.length + place] : items[place - 1];
