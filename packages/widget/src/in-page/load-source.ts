import type { KnowledgeSource, Persona } from '@xiaoer/assistant/page';
import { isMoney, isObject } from '@xiaoer/core/protocol';
import type { FileProblem, PageSetup } from './page-setup.ts';
import { readAnswer } from './read-answers.ts';
import { type FetchFile, readFile } from './read-file.ts';
import { readProduct } from './read-product.ts';
import { address, isText, type Read, readRows } from './read-rows.ts';

/** What the shop's files say, and which of them could not be read at all. */
export interface LoadedSource {
  readonly source: KnowledgeSource;
  /** Where the files say that orders are shown. */
  readonly orders?: string | undefined;
  readonly missing: ReadonlySet<'knowledge' | 'catalog'>;
}

/** The fields of an object whose values are of a kind that can be told. */
const told = (value: unknown): Readonly<Record<string, unknown>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([, one]) => typeof one === 'number' || typeof one === 'boolean' || isMoney(one)),
      )
    : {};

const timeZone = (value: unknown): string | undefined => {
  try {
    return typeof value === 'string'
      ? new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
      : undefined;
  } catch {
    return undefined;
  }
};

const TONES = ['formal', 'warm', 'playful'] as const;

function readPersona(value: unknown, file: string): Persona | undefined {
  if (!isObject(value)) return undefined;
  const { name, avatar, tone, emoji, stickers } = value;
  return {
    name: isText(name) ? name : undefined,
    avatar: address(avatar, file),
    tone: TONES.find((one) => one === tone),
    emoji: emoji === true,
    stickers: stickers === true,
  };
}

/** Fetches the shop's files, and says what their owner should put right. What cannot be read leaves the rest as it is. */
export async function loadSource(
  setup: PageSetup,
  fetchFile: FetchFile,
  report: (problem: FileProblem) => void,
): Promise<LoadedSource> {
  const missing = new Set<'knowledge' | 'catalog'>();

  async function load<T extends object>(
    kind: 'knowledge' | 'catalog',
    list: 'answers' | 'products',
    file: string | undefined,
    read: (row: Readonly<Record<string, unknown>>, n: number, file: string) => Read<T>,
  ): Promise<{ readonly rows: readonly T[]; readonly shop: Readonly<Record<string, unknown>> }> {
    if (file === undefined) return { rows: [], shop: {} };
    const found = await readFile(file, fetchFile);
    const value = 'value' in found ? found.value : undefined;
    const rows = isObject(value) ? value[list] : value;
    if ('problem' in found || !Array.isArray(rows)) {
      missing.add(kind);
      const text = `${file} is neither a list nor { "${list}": [ … ] }. Write one of the two; until then nothing of it is used.`;
      report('problem' in found ? found.problem : { level: 'error', file, text });
      return { rows: [], shop: {} };
    }
    const { rows: good, wrong } = readRows(rows, (row, n) => read(row, n, file));
    if (wrong)
      report({
        level: 'warning',
        file,
        text: `${file}: ${rows.length - good.length} of ${rows.length} ${list} were left out (${wrong}). Correct these; the others are used.`,
      });
    return { rows: good, shop: isObject(value) && isObject(value['shop']) ? value['shop'] : {} };
  }

  const [{ rows: answers, shop }, { rows: products }] = await Promise.all([
    load('knowledge', 'answers', setup.knowledge, readAnswer),
    load('catalog', 'products', setup.catalog, (row, _, file) => readProduct(row, file)),
  ]);
  const { name, locales, policies, persona, orders } = shop;
  return {
    missing,
    orders: address(orders, setup.knowledge),
    source: {
      shop: {
        id: setup.shop,
        name: isText(name) ? name : (setup.name ?? setup.shop),
        locales: Array.isArray(locales) ? locales.map(String) : [setup.locale],
        timeZone: timeZone(shop['timeZone']),
        policies: told(policies),
        persona: readPersona(persona, setup.knowledge),
      },
      answers,
      products,
    },
  };
}
