import { isSafeUrl } from '@xiaoer/core/protocol';
import * as v from 'valibot';

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

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const whole = v.optional(v.pipe(v.number(), v.integer('use a whole number'), v.minValue(0, 'use 0 or more')));
const money = v.optional(
  v.strictObject({
    amount: v.pipe(v.number(), v.integer('use whole minor units'), v.minValue(0, 'use 0 or more')),
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'use an ISO 4217 code such as "CNY"')),
  }),
);

const RANGE = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const Range = v.pipe(
  v.string(),
  v.check(
    (range) => RANGE.test(range) && range.slice(0, 5) < range.slice(6),
    'write ranges such as "09:00-18:00", at latest "24:00"; over midnight take two',
  ),
);
const Day = v.optional(v.array(Range));
const Hours = v.strictObject({ mon: Day, tue: Day, wed: Day, thu: Day, fri: Day, sat: Day, sun: Day });

/** What the shop promises; a field that is left out is said to be unknown. */
const Policies = v.strictObject({
  returnDays: whole,
  freeReturns: v.optional(v.boolean()),
  shippingFee: money,
  freeShippingFrom: money,
  dispatchHours: whole,
  warrantyMonths: whole,
  priceProtectionDays: whole,
  invoices: v.optional(v.boolean()),
  giftWrap: v.optional(v.boolean()),
});

/** Who answers when and for what; the first rule that holds counts. */
const Service = v.strictObject({
  rules: v.optional(
    v.array(
      v.strictObject({
        mode: v.picklist(['robot', 'person', 'assisted']),
        /** Intents of the library, whole or by their beginning: `return.request`, `refund.*`. */
        intents: v.optional(
          v.array(
            v.pipe(
              v.string(),
              v.regex(/^[a-z]+\.(?:[a-z]+|\*)$/, 'write an intent such as "return.request" or "refund.*"'),
            ),
          ),
        ),
        categories: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
        hours: v.optional(Hours),
      }),
    ),
  ),
  /** Levels of membership that have a head start in the queue. */
  vip: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  highValue: money,
});

/** Who speaks for the shop. */
const Persona = v.strictObject({
  name: v.optional(v.union([v.pipe(v.string(), v.minLength(1)), v.record(v.string(), v.string())])),
  avatar: v.optional(
    v.pipe(
      v.string(),
      v.check((url: string) => isSafeUrl(url), 'use an https address or a path that begins with "/"'),
    ),
  ),
  tone: v.optional(v.picklist(['formal', 'warm', 'playful'])),
  emoji: v.optional(v.boolean()),
  stickers: v.optional(v.boolean()),
});

const names = v.optional(v.array(v.pipe(v.string(), v.minLength(1))));

/** Promises in a case of their own; dates as in answers. */
const Exception = v.strictObject({
  when: v.strictObject({
    categories: names,
    tags: names,
    products: names,
    levels: names,
    regions: names,
    from: v.optional(v.string()),
    until: v.optional(v.string()),
  }),
  policies: Policies,
});

/**
 * The mapping file of a shop folder: which files there are and which of their fields mean what. Everything has a
 * default: files in our own shape need the part `shop` only. Described for merchants in docs/shop-import.md.
 */
export const Mapping = v.strictObject({
  $schema: v.optional(v.string()),
  shop: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'use letters, digits, dots, dashes, at most 64')),
    name: v.union([v.pipe(v.string(), v.minLength(1)), v.record(v.string(), v.string())]),
    /** Languages of the shop, the main one first. */
    locales: v.pipe(v.array(v.string()), v.minLength(1, 'name at least one language')),
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'use an ISO 4217 code such as "CNY"')),
    /** In which the bot tells days; UTC if absent. */
    timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'use an IANA time zone such as "Asia/Shanghai"'))),
    policies: v.optional(Policies),
    /** What it promises otherwise in some cases; the first that holds counts. */
    exceptions: v.optional(v.array(Exception)),
    /** Who speaks for it: name, picture, tone, emoji and stickers. */
    persona: v.optional(Persona),
    /** The assistant, a person first, or a person with its drafts. */
    service: v.optional(Service),
    /** When people are at the desk, in `timeZone`. */
    hours: v.optional(Hours),
  }),
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
