import * as v from 'valibot';
import { ShopFacts } from './shop-facts.ts';

/**
 * Where a value stands in a row: the name of a column or field, or a path with dots (`price.amount`, `images.0`).
 * A field whose own name contains the whole path wins over the path.
 */
const Path = v.pipe(v.string(), v.minLength(1));

/** A text: one place, or one place a language (`{ "zh-CN": "title_zh", "en": "title_en" }`). */
const TextFrom = v.union([Path, v.record(v.string(), Path)]);

/** A list: one place that holds a list, a place whose text is split, or several places one after the other. */
const ListFrom = v.union([
  Path,
  v.array(Path),
  v.strictObject({ from: Path, split: v.pipe(v.string(), v.minLength(1)) }),
]);

/** Attributes: a map or list in one place, a list with other names for its parts, or a column each. */
const AttributesFrom = v.union([
  Path,
  v.strictObject({ from: Path, name: Path, value: Path }),
  v.strictObject({ columns: v.record(v.string(), Path) }),
]);

/** `null` says: the export has no such field, even if one has that name. */
const field = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema));

/** What the numbers of prices mean. Amounts given as `{ amount, currency }` are minor units whatever stands here. */
const PriceUnit = v.strictObject({
  /** `major`: 899.00 are 899 yuan. `minor`: 89900 are 899 yuan. */
  unit: v.picklist(['major', 'minor']),
  /** ISO 4217; the shop's currency if absent. */
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'use an ISO 4217 code such as "CNY"'))),
});

const source = {
  /** File name inside the shop's folder. */
  file: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** By the file's ending if absent: `.json`, `.ndjson` or `.jsonl`, `.csv` or `.tsv`; answers also `.md` and `.html`. */
  format: v.optional(v.picklist(['json', 'ndjson', 'csv', 'markdown', 'html'])),
  /** Where in a JSON file the list of rows is; the file itself if absent. */
  rows: v.optional(Path),
  /** Between the columns of a CSV file; a comma, or a tab for `.tsv`, if absent. */
  delimiter: v.optional(v.pipe(v.string(), v.length(1))),
  /** Language of texts that are not given by language; the shop's first if absent. */
  locale: v.optional(v.string()),
  price: v.optional(PriceUnit),
};

const Products = v.strictObject({
  ...source,
  fields: v.optional(
    v.strictObject({
      id: v.optional(Path),
      title: v.optional(TextFrom),
      summary: field(TextFrom),
      /** From general to special. */
      category: field(v.union([ListFrom, v.array(TextFrom)])),
      brand: field(TextFrom),
      keywords: field(ListFrom),
      tags: field(ListFrom),
      price: v.optional(Path),
      /** The price before; left out where it is not above `price`. */
      was: field(Path),
      stock: field(Path),
      image: field(Path),
      url: field(Path),
      onSale: field(Path),
      /** Size chart: a list of `{ size, height: [cm, cm], weight: [kg, kg] }`, from the smallest on. */
      sizes: field(Path),
      /** Ids of products that go with it. */
      goesWith: field(ListFrom),
      attributes: field(AttributesFrom),
      variants: field(
        v.union([
          Path,
          v.strictObject({
            from: Path,
            id: v.optional(Path),
            label: v.optional(TextFrom),
            price: field(Path),
            stock: field(Path),
          }),
        ]),
      ),
    }),
  ),
});

/** When an answer holds; lists may be one text with `/`, `;` or `、` between the names. */
const When = v.strictObject({
  categories: field(ListFrom),
  tags: field(ListFrom),
  products: field(ListFrom),
  levels: field(ListFrom),
  regions: field(ListFrom),
  from: field(Path),
  until: field(Path),
});

const Answers = v.strictObject({
  ...source,
  fields: v.optional(
    v.strictObject({
      when: field(When),
      variants: field(Path),
      id: field(Path),
      question: v.optional(TextFrom),
      phrasings: field(ListFrom),
      answer: v.optional(TextFrom),
      url: field(Path),
    }),
  ),
});

const Replies = v.strictObject({
  ...source,
  fields: v.optional(
    v.strictObject({
      id: field(Path),
      title: v.optional(TextFrom),
      text: v.optional(TextFrom),
    }),
  ),
});

const Shoppers = v.strictObject({
  ...source,
  fields: v.optional(
    v.strictObject({
      /** The `sub` of the token that the merchant signs for this shopper. */
      subject: v.optional(Path),
      level: field(Path),
      region: field(Path),
    }),
  ),
});

const Orders = v.strictObject({
  ...source,
  fields: v.optional(
    v.strictObject({
      /** Who ordered: the `sub` of the token that the merchant signs for this shopper. */
      subject: v.optional(Path),
      id: v.optional(Path),
      number: field(Path),
      placedAt: v.optional(Path),
      status: v.optional(Path),
      total: field(Path),
      lines: v.optional(
        v.union([
          Path,
          v.strictObject({
            from: Path,
            product: field(Path),
            title: field(TextFrom),
            options: field(TextFrom),
            image: field(Path),
            quantity: field(Path),
            price: field(Path),
          }),
        ]),
      ),
      steps: field(Path),
      carrier: field(TextFrom),
      parcelNumber: field(Path),
      parcelLast: field(TextFrom),
      parcelAt: field(Path),
      addressName: field(Path),
      addressPhone: field(Path),
      addressText: field(Path),
      actions: field(ListFrom),
    }),
  ),
  /** The merchant's words for where an order stands, each with ours. */
  statuses: v.optional(
    v.record(
      v.string(),
      v.picklist(['unpaid', 'paid', 'packed', 'shipped', 'delivered', 'cancelled', 'returning', 'refunded']),
    ),
  ),
  /** Offset of times that name none, such as `+08:00`; UTC if absent. */
  zone: v.optional(v.pipe(v.string(), v.regex(/^[+-]\d\d:\d\d$|^Z$/, 'write an offset such as "+08:00" or "Z"'))),
});

/**
 * The mapping file of a shop folder: which files there are and which of their fields mean what. Everything has a
 * default: files in our own shape need the part `shop` only. Described for merchants in docs/shop-import.md.
 */
export const Mapping = v.strictObject({
  $schema: v.optional(v.string()),
  shop: ShopFacts,
  products: v.optional(Products),
  answers: v.optional(Answers),
  orders: v.optional(Orders),
  /** What agents say often. */
  replies: v.optional(Replies),
  /** Levels of membership and regions of shoppers, for answers that depend on them. */
  shoppers: v.optional(Shoppers),
});

/** A checked mapping. */
export type Mapping = v.InferOutput<typeof Mapping>;
export type ProductMapping = NonNullable<Mapping['products']>;
export type AnswerMapping = NonNullable<Mapping['answers']>;
/** Where the parts of a condition stand. */
export type ConditionMapping = v.InferOutput<typeof When>;
export type ReplyMapping = NonNullable<Mapping['replies']>;
export type ShopperMapping = NonNullable<Mapping['shoppers']>;
export type OrderMapping = NonNullable<Mapping['orders']>;
/** What the parts have in common. */
export type SourceMapping = Pick<ProductMapping, 'file' | 'format' | 'rows' | 'delimiter' | 'locale' | 'price'>;
export type TextSource = v.InferOutput<typeof TextFrom>;
export type ListSource = v.InferOutput<typeof ListFrom>;
export type AttributesSource = v.InferOutput<typeof AttributesFrom>;

/**
 * Checks a mapping file.
 * @throws Error that names the file, the place in it and what to write there.
 */
export function readMapping(text: string, file: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = v.safeParse(Mapping, value);
  if (result.success) return result.output;
  const lines = result.issues.slice(0, 8).map((issue) => `  ${v.getDotPath(issue) ?? '(top)'}: ${issue.message}`);
  throw new Error(`${file} does not describe a shop:\n${lines.join('\n')}\nSee docs/shop-import.md.`);
}
