import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadFolder } from '../packages/server/src/shops/load-folder.ts';

const shop = new URL('../examples/storefront/shop/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, shop), 'utf8'));

interface Money {
  readonly amount: number;
  readonly currency: string;
}
type Text = string | Readonly<Record<string, string>>;
interface Product {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  readonly category: readonly Text[];
  readonly price: Money;
  readonly was?: Money;
  readonly stock: number;
  readonly image: string;
  readonly url: string;
  readonly attributes: readonly { readonly name: Text; readonly value: Text }[];
  readonly variants?: readonly {
    readonly id: string;
    readonly label: Text;
    readonly price: Money;
    readonly stock: number;
  }[];
}
interface Answer {
  readonly id: string;
  readonly phrasings: readonly Text[];
  readonly answer: Readonly<Record<string, string>>;
}
interface Order {
  readonly subject: string;
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly status: string;
  readonly lines: readonly {
    readonly product: string;
    readonly title: Text;
    readonly image: string;
    readonly options?: Text;
    readonly quantity: number;
    readonly price: Money;
  }[];
  readonly total: Money;
  readonly steps: readonly { readonly status: string; readonly state: string; readonly at?: string }[];
  readonly parcel?: { readonly at: string };
  readonly actions: readonly string[];
}

const products: readonly Product[] = read('products.json');
const answers: readonly Answer[] = read('answers.json');
const orders: readonly Order[] = read('orders.json');
const byId = new Map(products.map((product) => [product.id, product]));

/** Places in `value` whose text lacks a language: an object with one language must have the other, and no blanks. */
function untranslated(value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  if ('zh-CN' in own || 'en' in own) {
    return ['zh-CN', 'en'].every((locale) => String(own[locale] ?? '').trim()) ? [] : [place];
  }
  return Object.entries(own).flatMap(([key, inner]) => untranslated(inner, `${place}.${key}`));
}

const english = (text: Text): string => (typeof text === 'string' ? text : (text['en'] ?? ''));

/** Every figure of a text. Beds are told in metres and tea in pounds in Chinese, in centimetres and grams in English. */
const figures = (text: string): readonly string[] =>
  text
    .replace(/(\d),(\d{3})/g, '$1$2')
    .replace(/(\d)\.(\d) 米床/g, (_, metres, tenths) => `${metres}${tenths}0`)
    .replace('半斤', '250')
    .match(/\d+(?:\.\d+)?/g) ?? [];

/** Texts that are shown as they are in both languages may hold no Chinese and no English words. */
const oneLanguage = (text: Text) => typeof text === 'string' && /\p{Script=Han}|[A-Za-z]{3,}/u.test(text);

describe('the bundled shop', () => {
  it('is taken by the server whole: no row is skipped or flagged', () => {
    const { report, knowledge, currency } = loadFolder(fileURLToPath(shop));
    const taken = { products: 60, answers: 26, orders: 12, replies: 11, flows: 0, corrections: 0, shoppers: 0 };
    expect(report).toEqual({ taken, notes: [] });
    expect([knowledge.shop, currency]).toEqual([
      {
        id: 'yunlai',
        name: { 'zh-CN': '云来', en: 'Yunlai Home' },
        locales: ['zh-CN', 'en'],
        timeZone: 'Asia/Shanghai',
        policies: {
          freeShippingFrom: { amount: 19_900, currency: 'CNY' },
          shippingFee: { amount: 1_200, currency: 'CNY' },
        },
      },
      'CNY',
    ]);
  });

  it('has 60 products, ten in each of 6 categories, each id once', () => {
    expect([products.length, byId.size]).toEqual([60, 60]);
    const tops = new Map<string, number>();
    for (const { category } of products) {
      const top = JSON.stringify(category[0]);
      tops.set(top, (tops.get(top) ?? 0) + 1);
    }
    expect([...tops.values()]).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('says everything in Chinese and in English', () => {
    expect(untranslated({ products, answers, orders }, 'shop')).toEqual([]);
    const texts = products.flatMap(({ title, attributes, variants = [] }) => [
      title,
      ...attributes.flatMap(({ name, value }) => [name, value]),
      ...variants.map(({ label }) => label),
    ]);
    expect(texts.filter(oneLanguage)).toEqual([]);
  });

  it('gives every product at least six attributes under different names', () => {
    const poor = products.filter(({ attributes }) => {
      const names = new Set(attributes.map(({ name }) => JSON.stringify(name)));
      return names.size < 6 || names.size !== attributes.length;
    });
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  it('says the same figures in both languages, and names every size that can be chosen among the facts', () => {
    for (const { id, title, summary, attributes, variants = [] } of products) {
      const facts = attributes.map(({ value }) => value);
      for (const text of [title, summary, ...facts, ...variants.map(({ label }) => label)]) {
        const [zh, en] = typeof text === 'string' ? [text, text] : [text['zh-CN'] ?? '', text['en'] ?? ''];
        expect([id, figures(en).filter((figure) => !figures(zh).includes(figure))]).toEqual([id, []]);
      }
      const stated = facts.flatMap((text) => figures(english(text)));
      for (const { label } of variants)
        expect([
          id,
          figures(english(label))
            .slice(0, 1)
            .every((size) => stated.includes(size)),
        ]).toEqual([id, true]);
    }
  });

  it('counts stock over variants, has one product sold out and one with two left', () => {
    for (const { id, stock, variants } of products)
      if (variants) expect([id, variants.reduce((sum, variant) => sum + variant.stock, 0)]).toEqual([id, stock]);
    const few = products.filter(({ stock }) => stock <= 2).map(({ id, stock }) => `${id} ${stock}`);
    expect(few).toEqual(['clay-teapot 2', 'table-lamp 0']);
  });

  it('names variants once in the whole shop, one of them at the price of the product', () => {
    const ids = products.flatMap(({ variants = [] }) => variants.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, price, variants } of products)
      if (variants) expect([id, variants.some((variant) => variant.price.amount === price.amount)]).toEqual([id, true]);
  });

  it('asks whole amounts of the shop’s currency, less than before', () => {
    const { currency } = read('mapping.json').shop;
    for (const { id, price, was } of products) {
      expect([id, price.currency, Number.isInteger(price.amount)]).toEqual([id, currency, true]);
      if (was) expect(was.amount).toBeGreaterThan(price.amount);
    }
  });

  it('has a picture for every product, and no other', () => {
    const files = readdirSync(new URL('pictures/', shop)).map((file) => `/shop/pictures/${file}`);
    expect(products.map(({ image }) => image).sort()).toEqual(files.sort());
    expect(products.map(({ url }) => url)).toEqual(products.map(({ id }) => `/product/${id}`));
  });

  it.each(readdirSync(new URL('pictures/', shop)))(
    'draws %s small, without script, text, style or reference',
    (file) => {
      const svg = readFileSync(new URL(`pictures/${file}`, shop), 'utf8');
      const tags = [...svg.matchAll(/<([a-z]+)/gi)].map((match) => match[1]);
      expect(tags.filter((tag) => !['svg', 'g', 'path', 'rect', 'circle', 'ellipse'].includes(tag ?? ''))).toEqual([]);
      expect(svg).not.toMatch(/\son\w+=|href|style=|url\(|<!|<\?/i);
      expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
      expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(3000);
    },
  );

  it('has 26 answers that end in a whole sentence, each asked in 2 to 4 more ways', () => {
    expect([answers.length, new Set(answers.map(({ id }) => id)).size]).toEqual([26, 26]);
    for (const { id, phrasings, answer } of answers) {
      expect([id, phrasings.length >= 2 && phrasings.length <= 4]).toEqual([id, true]);
      expect([id, answer['zh-CN']]).toEqual([id, expect.stringMatching(/[。]$/)]);
      expect([id, answer['en']]).toEqual([id, expect.stringMatching(/[.]$/)]);
    }
  });
});

describe('the orders of the bundled shop', () => {
  it('are twelve of four shoppers, in every state', () => {
    expect(orders.map(({ subject, status }) => `${subject} ${status}`)).toEqual([
      'mei paid',
      'mei shipped',
      'mei returning',
      'lin unpaid',
      'lin delivered',
      'lin cancelled',
      'song packed',
      'song shipped',
      'song refunded',
      'gu shipped',
      'gu shipped',
      'gu delivered',
    ]);
    for (const key of ['id', 'number'] as const) expect(new Set(orders.map((order) => order[key])).size).toBe(12);
  });

  it('order what the catalogue sells, at its price and under its name', () => {
    const { shipping, free } = { shipping: 1200, free: 19900 };
    for (const { id, lines, total } of orders) {
      for (const line of lines) {
        const product = byId.get(line.product);
        const prices = [product?.price, ...(product?.variants ?? []).map((variant) => variant.price)];
        expect([id, line.title, line.image]).toEqual([id, product?.title, product?.image]);
        expect(prices).toContainEqual(line.price);
        expect([id, line.options !== undefined]).toEqual([id, product?.variants !== undefined]);
      }
      const goods = lines.reduce((sum, { price, quantity }) => sum + price.amount * quantity, 0);
      expect([id, total]).toEqual([id, { amount: goods < free ? goods + shipping : goods, currency: 'CNY' }]);
    }
  });

  it('lie in November 2026, their steps in the order of time, the scan after the order', () => {
    for (const { id, placedAt, steps, parcel } of orders) {
      const times = [placedAt, ...steps.flatMap(({ at }) => at ?? [])];
      expect([id, times.every((time) => /^2026-11-\d\dT.*\+08:00$/.test(time))]).toEqual([id, true]);
      expect([id, times]).toEqual([id, [...times].sort()]);
      if (parcel) expect(parcel.at > placedAt).toBe(true);
    }
  });

  it('let the address change only before the parcel leaves', () => {
    const open = orders.filter(({ actions }) => actions.includes('address')).map(({ status }) => status);
    expect(open).toEqual(['paid', 'unpaid', 'packed']);
  });
});
