import { expect, test } from 'vitest';
import { loadSource } from '../../src/in-page/load-source.ts';
import type { PageSetup } from '../../src/in-page/page-setup.ts';
import { FAQ, fakeSite, PRODUCTS, SETUP } from './shop-files.ts';

/** Loads a shop, and tells what its owner reads and what is used. */
async function load(files: Readonly<Record<string, unknown>>, setup: Partial<PageSetup> = {}) {
  const told: string[] = [];
  const { source, missing } = await loadSource({ ...SETUP, ...setup }, fakeSite(files).fetchFile, ({ level, text }) =>
    told.push(`${level}: ${text}`),
  );
  return { told, source, missing: [...missing] };
}

test('files in the shape of a shop’s folder', async () => {
  const { told, source, missing } = await load({ '/faq.json': FAQ, '/products.json': { products: PRODUCTS } });
  expect([told, missing]).toEqual([[], []]);
  expect(source.shop).toMatchObject({ id: 'tea', name: FAQ.shop.name, policies: { returnDays: 7 } });
  expect(source.answers.map(({ id }) => id)).toEqual(['shipping', 'brew']);
  // What is beside the file is there for a page anywhere on the site.
  expect(source.products.map(({ image, url }) => [image, url])).toEqual([
    ['https://tea.test/pictures/oolong.svg', 'https://tea.test/oolong.html'],
    [undefined, undefined],
  ]);
});

test('a list alone, and no catalogue', async () => {
  const { told, source, missing } = await load({ '/faq.json': FAQ.answers }, { catalog: undefined });
  expect([told, missing, source.answers.length, source.products]).toEqual([[], [], 2, []]);
});

test('each row that cannot be used is named with its reason; the others are used', async () => {
  const { told, source } = await load({
    '/faq.json': [{ question: 'a' }, 3, ...FAQ.answers, { ...FAQ.answers[0], id: 'x', when: { until: 'soon' } }],
    '/products.json': [{ id: 'a b' }, { id: 'a' }, { id: 'a', title: 'A', price: 3 }, ...PRODUCTS],
  });
  expect(told.sort()).toEqual([
    'warning: https://tea.test/faq.json: 3 of 5 answers were left out (row 1: there is no "answer"; row 2: it is no object; row 5: "when.until" must be a date as 2026-11-30T18:00:00+08:00). Correct these; the others are used.',
    'warning: https://tea.test/products.json: 3 of 5 products were left out (row 1: "id" must be a text without spaces and quotes; row 2: product "a" has no "title"; row 3: of product "a" "price" must be { "amount": 89900, "currency": "CNY" }, in whole minor units). Correct these; the others are used.',
  ]);
  expect([source.answers.length, source.products.length]).toEqual([2, 2]);
});

test('a file that is not there, is no JSON, is something else, or does not come: what, where, what to do', async () => {
  const until = 'Until then shoppers are told that the shop’s information cannot be opened, and may leave a message.';
  const { told, missing } = await load({ '/products.json': '[{"id": "a",}]' });
  expect(told.sort()).toEqual([
    `error: https://tea.test/faq.json was answered with 404. Put the file there, or correct its address on the tag. ${until}`,
    expect.stringMatching(
      /^error: https:\/\/tea\.test\/products\.json is no JSON: .+ Correct that place; a comma too many is the usual reason\. Until then/,
    ),
  ]);
  expect(missing.sort()).toEqual(['catalog', 'knowledge']);
  const other = await load({ '/faq.json': { questions: [] }, '/products.json': new TypeError('Failed to fetch') });
  expect(other.told.sort()).toEqual([
    'error: https://tea.test/faq.json is neither a list nor { "answers": [ … ] }. Write one of the two; until then nothing of it is used.',
    expect.stringMatching(/^error: https:\/\/tea\.test\/products\.json could not be fetched\. Look whether/),
  ]);
});

test('an answer whose condition cannot be read is not told to everybody', async () => {
  const rows = [{ ...FAQ.answers[0], when: { levels: 'gold' } }];
  const { source, told } = await load({ '/faq.json': rows, '/products.json': [] });
  expect([source.answers, told.length]).toEqual([[], 1]);
});
