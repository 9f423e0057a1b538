import { isObject } from '@xiaoer/core/protocol';
import { fitsPage } from '../content/fits-page.ts';

/** A greeting of some pages, as the server tells it. */
export interface PageGreeting {
  readonly pages?: readonly string[] | undefined;
  readonly text: string;
  readonly questions?: readonly string[] | undefined;
  readonly after?: number | undefined;
  readonly every?: number | undefined;
}

/** What the merchant has set for the pages of the shop, in one language. */
export interface DeskWords {
  /** Who speaks. */
  readonly name?: string | undefined;
  readonly greetings: readonly PageGreeting[];
  readonly questions: readonly {
    readonly pages?: readonly string[] | undefined;
    readonly questions: readonly string[];
  }[];
}

/** So long an answer is good for the pages that follow without a load, in milliseconds. */
const FRESH_MS = 30_000;
/** After so long nothing is set, in milliseconds. */
const PATIENCE_MS = 5_000;

const held = new Map<string, { readonly at: number; readonly words: Promise<DeskWords | undefined> }>();

const isDeskWords = (value: unknown): value is DeskWords =>
  isObject(value) && Array.isArray(value['greetings']) && Array.isArray(value['questions']);

async function read(address: string): Promise<DeskWords | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const value: unknown = answer.ok ? await answer.json() : undefined;
    return isDeskWords(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What is set for the pages, in a language; undefined where the server tells nothing. */
export function deskWords(server: string, locale: string): Promise<DeskWords | undefined> {
  const address = `${server}/shop/page.json?locale=${encodeURIComponent(locale)}`;
  const before = held.get(address);
  if (before && performance.now() - before.at < FRESH_MS) return before.words;
  const words = read(address);
  held.set(address, { at: performance.now(), words });
  return words;
}

/** The first of what is set that is for this page. */
export const forPage = <T extends { readonly pages?: readonly string[] | undefined }>(
  all: readonly T[],
  page: { readonly pathname: string; readonly search: string },
): T | undefined => all.find(({ pages }) => fitsPage(pages, page));
