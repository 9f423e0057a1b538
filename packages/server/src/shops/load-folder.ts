import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KnowledgeSource } from '@xiaoer/assistant';
import { ImportNotes, type ImportPart, type ImportReport } from './import-report.ts';
import { type Mapping, readMapping, type SourceMapping } from './mapping.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { PageGreeting, QuestionsOfPage } from './page-words.ts';
import { readAnswer } from './read-answer.ts';
import { readCorrections } from './read-corrections.ts';
import { readExceptions } from './read-exceptions.ts';
import { readFlows } from './read-flows.ts';
import { readOrder } from './read-order.ts';
import { type RowContext, readProduct } from './read-product.ts';
import { readReply, type SavedReply } from './read-reply.ts';
import { helpPages, readRows, type SourceRow } from './read-rows.ts';
import { type KnownShopper, readShopper } from './read-shopper.ts';
import type { ShopOrder } from './shop-order.ts';
import { takeAnswers } from './take-answers.ts';

/** Everything read from a shop's folder. */
export interface ShopFolder {
  readonly directory: string;
  readonly currency: string;
  readonly knowledge: KnowledgeSource;
  readonly orders: readonly ShopOrder[];
  readonly replies: readonly SavedReply[];
  /** What is known of shoppers, by their subjects. */
  readonly shoppers: ReadonlyMap<string, KnownShopper>;
  /** When people are at the desk; undefined where the shop does not say. */
  readonly hours: OpeningHours | undefined;
  /** What is said beside the launcher, by page. */
  readonly greetings: readonly PageGreeting[];
  /** Questions of the pages. */
  readonly questions: readonly QuestionsOfPage[];
  readonly report: ImportReport;
  /** The mapping file that was read; undefined when there was none and the usual names were looked for. */
  readonly mapping: string | undefined;
}

/** A folder without a mapping: its own name, and files in our own shape if there are any. */
const usualMapping = (directory: string): Mapping => {
  const name = basename(directory) || 'shop';
  const id = name.replace(/[^\w.-]/g, '-').slice(0, 64);
  return { shop: { id, name, locales: ['zh-CN', 'en'], currency: 'CNY' } };
};

/**
 * Reads a shop's folder. Rows that cannot be used are in the report.
 * @throws Error when there is no such folder, or the mapping is not one.
 */
export function loadFolder(directory: string, mappingFile?: string | undefined): ShopFolder {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`there is no folder ${directory}; give --shop the folder of your exported files`);
  const file = mappingFile ?? join(directory, 'mapping.json');
  const found = existsSync(file);
  if (!found && mappingFile !== undefined) throw new Error(`there is no mapping file ${mappingFile}`);
  const mapping = found ? readMapping(readFileSync(file, 'utf8'), file) : usualMapping(directory);
  const { shop } = mapping;
  const notes = new ImportNotes();

  const context = (source: SourceMapping): RowContext => ({
    currency: shop.currency,
    locale: source.locale === shop.locales[0] ? undefined : source.locale,
  });

  /** Rows by id: the first of an id is taken. */
  function take<T extends { readonly id: string }>(
    part: ImportPart,
    source: SourceMapping,
    read: (row: SourceRow) => T | undefined,
  ): Map<string, T> {
    const taken = new Map<string, T>();
    for (const row of readRows(directory, part, source, notes, shop.locales)) {
      const item = read(row);
      if (item === undefined) continue;
      if (taken.has(item.id)) row.notes.skip(`the id "${item.id}" is that of an earlier row`);
      else taken.set(item.id, item);
    }
    notes.taken[part] = taken.size;
    return taken;
  }

  const { products: productsFrom = {}, answers: answersFrom = {}, orders: ordersFrom = {} } = mapping;
  const products = take('products', productsFrom, (row) => readProduct(row, productsFrom, context(productsFrom)));
  const timeZone = shop.timeZone ?? 'UTC';
  const pages = helpPages(directory).map((page) => ({ file: page }));
  const answers = takeAnswers(
    [answersFrom, ...pages].flatMap((source) => readRows(directory, 'answers', source, notes, shop.locales)),
    (row) => readAnswer(row, row.page ? {} : answersFrom, { ...context(row.page ? {} : answersFrom), timeZone }),
    [...products.values()],
  );
  notes.taken.answers = answers.size;
  const { replies: repliesFrom = {} } = mapping;
  const replies = take('replies', repliesFrom, (row) => readReply(row, repliesFrom, context(repliesFrom)));
  const { shoppers: shoppersFrom = {} } = mapping;
  const shoppers = take('shoppers', shoppersFrom, (row) => readShopper(row, shoppersFrom));
  const flows = readFlows(directory, notes);
  const corrections = readCorrections(directory, notes);
  const exceptions = readExceptions(shop, file);
  const product = (id: string) => products.get(id);
  const orders = take('orders', ordersFrom, (row) => readOrder(row, ordersFrom, { ...context(ordersFrom), product }));

  return {
    directory,
    currency: shop.currency,
    knowledge: {
      shop: {
        id: shop.id,
        name: shop.name,
        locales: shop.locales,
        timeZone: shop.timeZone,
        policies: shop.policies,
        ...(exceptions.length > 0 ? { exceptions } : {}),
        persona: shop.persona,
        service: shop.service,
      },
      products: [...products.values()],
      answers: [...answers.values()],
      ...(corrections.length > 0 ? { corrections } : {}),
      ...(flows.length > 0 ? { flows } : {}),
    },
    orders: [...orders.values()],
    replies: [...replies.values()],
    shoppers,
    hours: shop.hours,
    greetings: shop.greetings ?? [],
    questions: shop.questions ?? [],
    report: notes,
    mapping: found ? file : undefined,
  };
}
