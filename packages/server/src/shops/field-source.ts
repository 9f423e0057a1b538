import type { Localized } from '@xiaoer/assistant';
import { isName, isObject } from '@xiaoer/core/protocol';
import type { ListSource, TextSource } from './mapping.ts';

/** The value at a path with dots; a field whose own name is the whole path wins. */
export function pick(value: unknown, path: string): unknown {
  if (isObject(value) && Object.hasOwn(value, path)) return value[path];
  let at: unknown = value;
  for (const part of path.split('.')) {
    if (Array.isArray(at)) at = at[Number(part)];
    else if (isObject(at) && Object.hasOwn(at, part)) at = at[part];
    else return undefined;
  }
  return at;
}

/** Whether a text may be an id: no spaces, quotes or angle brackets, at most 128 characters. */
export const fitsId = (text: string): boolean => isName(text);

/** A field that the mapping may name otherwise or switch off. */
export const sourceOf = <T>(named: T | null | undefined, usual: T): T | undefined =>
  named === null ? undefined : (named ?? usual);

/** A single value as plain text: trimmed, without control characters except line breaks; undefined when empty. */
export function plain(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(' / ') || undefined;
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  return text || undefined;
}

/** A text, or texts by language, as the row has them. */
export function localized(value: unknown, locale: string | undefined): Localized | undefined {
  if (isObject(value)) {
    const texts = Object.entries(value).flatMap(([language, text]): [string, string][] => {
      const known = plain(text);
      return known === undefined ? [] : [[language, known]];
    });
    return texts.length > 0 ? Object.fromEntries(texts) : undefined;
  }
  const text = plain(value);
  return text === undefined || locale === undefined ? text : { [locale]: text };
}

/** Reads a text from its place, or from a place a language. */
export const textFrom = (row: unknown, source: TextSource, locale: string | undefined): Localized | undefined =>
  typeof source === 'string'
    ? localized(pick(row, source), locale)
    : localized(
        Object.fromEntries(Object.entries(source).map(([language, path]) => [language, pick(row, path)])),
        locale,
      );

/** Reads a list from its place or places. A single value is a list of one. */
export function listFrom(row: unknown, source: ListSource, locale: string | undefined): Localized[] {
  const values: unknown[] = Array.isArray(source)
    ? source.map((path) => pick(row, path))
    : typeof source === 'string'
      ? [pick(row, source)].flat()
      : [pick(row, source.from)].flatMap((value) =>
          typeof value === 'string' ? value.split(source.split) : [value].flat(),
        );
  return values.flatMap((value): Localized[] => {
    const text = localized(value, locale);
    return text === undefined ? [] : [text];
  });
}

/** The text in a language: exactly, then by its first part, then in the shop's languages, then any. */
export function localize(text: Localized, locale: string, locales: readonly string[]): string {
  if (typeof text === 'string') return text;
  for (const wanted of [locale, ...locales]) {
    const exact = text[wanted];
    if (exact !== undefined) return exact;
    const base = wanted.split('-')[0]?.toLowerCase();
    const near = Object.keys(text).find((key) => key.split('-')[0]?.toLowerCase() === base);
    if (near !== undefined) return text[near] ?? '';
  }
  return Object.values(text)[0] ?? '';
}

/** Applies a change to every language of a text; languages that lose all of it are left out. */
export function mapLocalized(text: Localized, change: (part: string) => string): Localized | undefined {
  if (typeof text === 'string') return change(text) || undefined;
  const parts = Object.entries(text).flatMap(([language, part]): [string, string][] => {
    const changed = change(part);
    return changed ? [[language, changed]] : [];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}
