import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The bundled shop's files. */
export const BUNDLED = fileURLToPath(new URL('../../examples/storefront/shop', import.meta.url));

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Every string of a piece of data, in one language where it has several. */
function* texts(data, tag) {
  if (typeof data === 'string') yield data;
  else if (typeof data === 'number') yield String(data);
  else if (Array.isArray(data)) for (const entry of data) yield* texts(entry, tag);
  else if (data && typeof data === 'object') {
    if (typeof data.amount === 'number' && data.currency) yield String(data.amount / 100);
    else if ('zh-CN' in data || 'en' in data) yield String(data[tag] ?? data['zh-CN']);
    else
      for (const [name, entry] of Object.entries(data)) {
        yield name;
        yield* texts(entry, tag);
      }
  }
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** The days of an order as somebody would write them. */
function* days(order) {
  for (const { at } of order.steps) {
    if (!at) continue;
    const [, month, day] = at.slice(0, 10).split('-').map(Number);
    const name = months[month - 1];
    yield* [`${month} 月 ${day} 日`, `${month}月${day}日`, `${month}-${day}`, `${month}/${day}`];
    yield* [`${day} ${name}`, `${name} ${day}`, `${day} ${name.slice(0, 3)}`, `${name.slice(0, 3)} ${day}`];
  }
}

const tagOf = (language) => (language === 'zh' ? 'zh-CN' : 'en');

/** What the bundled shop's files say, read without the importer: its goods, orders, policies and answers. */
export function bundled() {
  const products = readJson(join(BUNDLED, 'products.json'));
  const orders = readJson(join(BUNDLED, 'orders.json'));
  const answers = readJson(join(BUNDLED, 'answers.json'));
  const { shop } = readJson(join(BUNDLED, 'mapping.json'));
  const { policies } = shop;
  return {
    products: products.map((product) => ({
      id: product.id,
      onSale: product.onSale !== false,
      stocks: [product.stock, ...(product.variants ?? []).map(({ stock }) => stock)].filter((n) => n !== undefined),
      prices: [product.price, ...(product.variants ?? []).map(({ price }) => price)].map(({ amount }) => amount / 100),
      name: (language) => product.title[tagOf(language)],
      text: (language) => [...texts(product, tagOf(language))].join('\n'),
    })),
    orders: orders.map((order) => ({
      number: order.number,
      subject: order.subject,
      products: order.lines.map(({ product }) => product),
      text: (language) => [...texts(order, tagOf(language)), ...days(order)].join('\n'),
    })),
    policies: [...texts(policies, 'en')].join('\n'),
    answers: (language) =>
      answers.map(({ answer, variants }) => [...texts([answer, variants], tagOf(language))].join('\n')),
  };
}

/** The same of the household shop's export, whose prices are in whole units and whose words are Chinese alone. */
export function litemall(folder) {
  return {
    products: readJson(join(folder, 'products.json')).map((product) => ({
      id: product.id,
      onSale: product.on_sale,
      stocks: product.variants.map(({ stock }) => stock),
      prices: [product.price, ...product.variants.map(({ price }) => price)],
      name: () => product.title,
      text: () => [...texts(product)].join('\n'),
    })),
    orders: [],
    policies: '',
    answers: () => readJson(join(folder, 'faq.json')).map(({ answer }) => answer),
  };
}
