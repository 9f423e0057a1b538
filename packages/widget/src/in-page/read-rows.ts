import type { Localized } from '@xiaoer/assistant/page';
import { isObject, isSafeUrl } from '@xiaoer/core/protocol';

/** A text, or texts by language: none of them empty. */
export const isText = (value: unknown): value is Localized =>
  typeof value === 'string'
    ? value.trim() !== ''
    : isObject(value) &&
      Object.keys(value).length > 0 &&
      Object.values(value).every((one) => one && typeof one === 'string');

/** A list of texts; one text is a list of one. */
export const texts = (value: unknown): readonly Localized[] =>
  isText(value) ? [value] : Array.isArray(value) ? value.filter(isText) : [];

/** An address as a page elsewhere can use it: those that are relative are beside the file. */
export function address(value: unknown, file: string): string | undefined {
  if (typeof value !== 'string' || value === '' || !URL.canParse(value, file)) return undefined;
  const { href } = new URL(value, file);
  return isSafeUrl(href) ? href : undefined;
}

/** What a reader finds out about one row: a row, or why it is left out. */
export type Read<T> = T | string;

/** The rows of a file that can be used, and what is wrong with the others, the first five of them by number. */
export function readRows<T extends object>(
  rows: readonly unknown[],
  read: (row: Readonly<Record<string, unknown>>, n: number) => Read<T>,
): { readonly rows: readonly T[]; readonly wrong: string } {
  const wrong: string[] = [];
  const good = rows.flatMap((row, n): T[] => {
    const found = isObject(row) ? read(row, n + 1) : 'it is no object';
    if (typeof found !== 'string') return [found];
    wrong.push(`row ${n + 1}: ${found}`);
    return [];
  });
  const more = wrong.length - 5;
  return { rows: good, wrong: [...wrong.slice(0, 5), ...(more > 0 ? [`and ${more} more`] : [])].join('; ') };
}
