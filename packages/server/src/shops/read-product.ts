import type { Localized, Product, Variant } from '@xiaoer/assistant';
import { isObject } from '@xiaoer/core/protocol';
import {
  fitsId,
  listFrom,
  localize,
  localized,
  mapLocalized,
  pick,
  plain,
  sourceOf,
  textFrom,
} from './field-source.ts';
import type { RowNotes } from './import-report.ts';
import type { AttributesSource, ProductMapping } from './mapping.ts';
import type { SourceRow } from './read-rows.ts';
import { readSizes } from './read-sizes.ts';
import { readAddress, readFlag, readMoney, readStock } from './read-value.ts';

/** What a reader of rows knows beside its row. */
export interface RowContext {
  readonly currency: string;
  /** Language of texts that are not given by language; undefined when it is the shop's first. */
  readonly locale: string | undefined;
}

/** Longest texts and lists of a product; the rest is cut off and the row flagged. */
const MOST = { title: 300, summary: 300, name: 100, value: 2000, attributes: 40, variants: 60, tag: 40, tags: 8 };

/** Cuts a text to `most` characters, and says so. */
export function clip(text: Localized, most: number, what: string, notes: RowNotes): Localized {
  if ((typeof text === 'string' ? [text] : Object.values(text)).every((part) => part.length <= most)) return text;
  notes.flag(`${what} was longer than ${most} characters and was cut`);
  return mapLocalized(text, (part) => (part.length > most ? `${part.slice(0, most - 1)}…` : part)) ?? text;
}

function first<T>(list: readonly T[], most: number, what: string, notes: RowNotes): readonly T[] {
  if (list.length > most) notes.flag(`of ${list.length} ${what} the first ${most} were taken`);
  return list.slice(0, most);
}

type Attribute = Product['attributes'][number];

function readAttributes(row: unknown, source: AttributesSource, locale: string | undefined): Attribute[] {
  const pair = (name: unknown, value: unknown): Attribute[] => {
    const [known, text] = [localized(name, locale), localized(value, locale)];
    return known === undefined || text === undefined ? [] : [{ name: known, value: text }];
  };
  if (typeof source === 'object' && 'columns' in source)
    return Object.entries(source.columns).flatMap(([name, path]) => pair(name, pick(row, path)));
  const [from, name, value] =
    typeof source === 'string' ? [source, 'name', 'value'] : [source.from, source.name, source.value];
  const found = pick(row, from);
  if (Array.isArray(found)) return found.flatMap((item: unknown) => pair(pick(item, name), pick(item, value)));
  return isObject(found) ? Object.entries(found).flatMap(([key, text]) => pair(key, text)) : [];
}

function readVariants(row: SourceRow, mapping: ProductMapping, context: RowContext, product: string): Variant[] {
  const source = sourceOf(mapping.fields?.variants, 'variants');
  if (source === undefined) return [];
  const at = typeof source === 'string' ? { from: source } : source;
  const found = pick(row.value, at.from);
  if (!Array.isArray(found)) return [];
  const ids = new Set<string>();
  return found.flatMap((item: unknown, n): Variant[] => {
    const label = textFrom(item, at.label ?? 'label', context.locale);
    if (label === undefined) {
      row.notes.flag(`variant ${n + 1} has no label and was left out`);
      return [];
    }
    const named = plain(pick(item, at.id ?? 'id'));
    const id = named !== undefined && fitsId(named) && !ids.has(named) ? named : `${product}-${n + 1}`;
    ids.add(id);
    const priceAt = sourceOf(at.price, 'price');
    const given = priceAt === undefined ? undefined : pick(item, priceAt);
    const price = given == null || given === '' ? undefined : readMoney(given, mapping, context.currency);
    if (price && 'problem' in price) row.notes.flag(`variant ${n + 1}: ${price.problem}`);
    const stockAt = sourceOf(at.stock, 'stock');
    const stock = stockAt === undefined ? { value: undefined } : readStock(pick(item, stockAt));
    if ('problem' in stock) row.notes.flag(`variant ${n + 1}: ${stock.problem}`);
    return [
      {
        id,
        label: clip(label, 120, 'the label of a variant', row.notes),
        price: price && 'value' in price ? price.value : undefined,
        stock: 'value' in stock ? stock.value : undefined,
      },
    ];
  });
}

const sum = (variants: readonly Variant[]): number | undefined =>
  variants.length > 0 && variants.every(({ stock }) => stock !== undefined)
    ? variants.reduce((all, { stock }) => all + (stock ?? 0), 0)
    : undefined;

/** Reads a product, or notes why the row is skipped. */
export function readProduct(row: SourceRow, mapping: ProductMapping, context: RowContext): Product | undefined {
  const { value, notes } = row;
  const { fields = {} } = mapping;
  const { locale } = context;
  const at = <T>(named: T | null | undefined, usual: T) => sourceOf(named, usual);
  const id = plain(pick(value, fields.id ?? 'id'));
  if (id === undefined) return void notes.skip('there is no id');
  if (!fitsId(id)) return void notes.skip(`the id "${id.slice(0, 60)}" has spaces, quotes or more than 128 characters`);
  const title = textFrom(value, fields.title ?? 'title', locale);
  if (title === undefined) return void notes.skip(`product "${id}" has no title`);
  const price = readMoney(pick(value, fields.price ?? 'price'), mapping, context.currency);
  if ('problem' in price) return void notes.skip(`product "${id}": ${price.problem}`);

  const optionalText = (source: ReturnType<typeof at<typeof fields.summary>>, usual: string) => {
    const from = at(source, usual);
    return from == null ? undefined : textFrom(value, from, locale);
  };
  const list = (source: typeof fields.tags, usual: string) => {
    const from = at(source, usual);
    return from == null ? [] : listFrom(value, from, locale);
  };
  const address = (source: string | null | undefined, usual: string): string | undefined => {
    const from = at(source, usual);
    const found = from === undefined ? { value: undefined } : readAddress(pick(value, from));
    if ('problem' in found) return void notes.flag(found.problem);
    return found.value;
  };

  const wasAt = at(fields.was, 'was');
  const wasGiven = wasAt === undefined ? undefined : pick(value, wasAt);
  const was = wasGiven == null || wasGiven === '' ? undefined : readMoney(wasGiven, mapping, context.currency);
  if (was && 'problem' in was) notes.flag(`the price before was left out: ${was.problem}`);
  const stockAt = at(fields.stock, 'stock');
  const stock = stockAt === undefined ? { value: undefined } : readStock(pick(value, stockAt));
  if ('problem' in stock) notes.flag(stock.problem);
  const variants = first(readVariants(row, mapping, context, id), MOST.variants, 'variants', notes);
  const summary = optionalText(fields.summary, 'summary');
  const attributesAt = at(fields.attributes, 'attributes');
  const attributes = attributesAt === undefined ? [] : readAttributes(value, attributesAt, locale);
  const onSaleAt = at(fields.onSale, 'onSale');
  const sizesAt = at(fields.sizes, 'sizes');
  const chart = sizesAt === undefined ? undefined : pick(value, sizesAt);
  const sizes = chart == null ? undefined : readSizes(chart);
  if (sizes && 'problem' in sizes) notes.flag(`${sizes.problem}; the chart was left out`);

  const goesWith = list(fields.goesWith, 'goesWith').map((one) => localize(one, '', []));

  return {
    id,
    title: clip(title, MOST.title, 'the title', notes),
    summary: summary && clip(summary, MOST.summary, 'the summary', notes),
    category: readCategory(value, mapping, locale),
    brand: optionalText(fields.brand, 'brand'),
    keywords: list(fields.keywords, 'keywords'),
    tags: first(list(fields.tags, 'tags'), MOST.tags, 'tags', notes).map((tag) => clip(tag, MOST.tag, 'a tag', notes)),
    price: price.value,
    was: was && 'value' in was && was.value.amount > price.value.amount ? was.value : undefined,
    stock: ('value' in stock ? stock.value : undefined) ?? sum(variants),
    image: address(fields.image, 'image'),
    url: address(fields.url, 'url'),
    attributes: first(attributes, MOST.attributes, 'attributes', notes).map((one) => ({
      name: clip(one.name, MOST.name, 'the name of an attribute', notes),
      value: clip(one.value, MOST.value, 'the value of an attribute', notes),
    })),
    variants: variants.length > 0 ? variants : undefined,
    sizes: sizes && 'sizes' in sizes ? sizes.sizes : undefined,
    ...(goesWith.length > 0 ? { goesWith } : {}),
    onSale: onSaleAt === undefined ? undefined : readFlag(pick(value, onSaleAt)),
  };
}

function readCategory(value: unknown, mapping: ProductMapping, locale: string | undefined): Localized[] {
  const source = sourceOf(mapping.fields?.category, 'category');
  if (source === undefined) return [];
  return Array.isArray(source)
    ? source.flatMap((place): Localized[] => {
        const text = textFrom(value, place, locale);
        return text === undefined ? [] : [text];
      })
    : listFrom(value, source, locale);
}
