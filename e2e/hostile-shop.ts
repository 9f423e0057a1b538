import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a script wherever a text is taken for markup. */
export const IMAGE = '<img src=x onerror=alert(1)>';
export const SCRIPT = '<script>alert(2)</script>';
/** Leaves an attribute, if a text is put into one by gluing strings. */
export const QUOTES = `"'><svg onload=alert(3)>`;
/** Markup of messages around addresses that run scripts. */
export const LINKS = '[press](javascript:alert(4)) [open](data:text/html,<script>alert(5)</script>)';
/** Turns what follows it around: shown as `gnp.exe` this reads `exe.png`. */
export const OVERRIDE = '\u202Egnp.exe';
/** A word without a place to break it, as long as it says. */
export const word = (length: number): string => 'W'.repeat(length);

const price = { amount: 18_800, currency: 'CNY' };

/** A product whose every text is `evil`, behind the word that finds it. */
const product = (id: string, evil: string, address: string) => ({
  id,
  title: `Teapot ${evil}`,
  summary: `summary ${evil}`,
  category: [`Pots ${evil}`, `Tea ${evil}`],
  brand: `brand ${evil}`,
  keywords: ['teapot', evil],
  tags: [evil],
  price,
  was: { ...price, amount: 28_800 },
  image: address,
  url: address,
  stock: 3,
  attributes: [
    { name: `Material ${evil}`, value: `clay ${evil}` },
    { name: evil, value: LINKS },
  ],
  variants: [
    { id: `${id}-1`, label: `small ${evil}` },
    { id: `${id}-2`, label: evil, stock: 1 },
  ],
});

const order = (id: string, evil: string, placedAt: string, subject = 'mei') => ({
  subject,
  id,
  number: `${id} ${evil}`,
  placedAt,
  status: 'shipped',
  lines: [
    { title: `line ${evil}`, options: `options ${evil}`, image: 'javascript:alert(6)', quantity: 1, price },
    { product: 'markup', quantity: 2 },
  ],
  parcel: { carrier: `carrier ${evil}`, number: `parcel ${evil}`, last: `last ${evil}`, at: '2026-03-03' },
  address: { name: `name ${evil}`, phone: `phone ${evil}`, text: `address ${evil}` },
});

/** Writes the folder of a shop in which every text tries to be more than a text, and gives its place. */
export function writeHostileShop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-hostile-'));
  mkdirSync(join(folder, 'pictures'));
  const files = {
    'mapping.json': {
      shop: { id: 'hostile', name: `Inn ${IMAGE}`, locales: ['en'], currency: 'CNY' },
    },
    'products.json': [
      product('markup', IMAGE, 'javascript:alert(7)'),
      product('script', SCRIPT, 'data:text/html,<script>alert(8)</script>'),
      product('quotes', QUOTES, `pictures/${QUOTES}.svg`),
      product('override', OVERRIDE, 'vbscript:alert(9)'),
      product('long', word(300), '//elsewhere.example/x.svg'),
    ],
    'answers.json': [
      {
        question: `How much is shipping? ${IMAGE}`,
        phrasings: ['shipping', `delivery ${SCRIPT}`],
        answer: [
          `Free from 88. ${IMAGE}`,
          SCRIPT,
          QUOTES,
          LINKS,
          OVERRIDE,
          word(300),
          '- list **bold <b>x</b>**.',
        ].join('\n'),
        url: 'javascript:alert(10)',
      },
    ],
    'orders.json': [
      order('o1', IMAGE, '2026-03-01'),
      order('o2', SCRIPT, '2026-03-02'),
      order('o3', QUOTES, '2026-03-03'),
      order('o4', OVERRIDE, '2026-03-04'),
      order('o5', word(300), '2026-03-05'),
      order('o6', IMAGE, '2026-03-06', 'lin'),
    ],
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  return folder;
}
