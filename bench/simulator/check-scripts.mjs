// Checks what the shoppers of the simulator want against the data of the shops they visit:
//
//   node bench/simulator/check-scripts.mjs [--litemall DIR] [--list]
//
// DIR is the export of the household shop, which is not part of this repository; without it only the form of its goals is checked. --list shows the
// goals whose tokens could only be looked for in the whole shop because they name neither a product nor an order.
//
// A goal is reached when every string of `reached.all`, one of `reached.any` and a card of one of `reached.productIds` was in what the shopper read;
// a number or a word counts where it does not go on (not 12 in 129, not M in cm), with or without a thousands separator.
// A goal with none of them is reached when he gets a person (`expectPerson`). `reached.sums` says how a number that stands nowhere is worked out.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { says } from './says.mjs';
import { bundled, litemall } from './shop-data.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({ options: { litemall: { type: 'string' }, list: { type: 'boolean' } } });

const kinds = [
  'product-question',
  'find-product',
  'order-status',
  'change-order',
  'cancel',
  'return',
  'policy',
  'payment',
  'coupon',
  'size',
  'compare',
  'complaint',
  'handoff',
  'chitchat-then-goal',
  'unanswerable',
];
const tempers = ['calm', 'hurried', 'annoyed', 'angry'];
const keys = 'id language shop goal kind answerable shopper patience temper says answers reached expectPerson'.split(
  ' ',
);
const expected = {
  bundled: { zh: 125, en: 125, unanswerable: 50, angry: 30 },
  litemall: { zh: 190, en: 60, unanswerable: 50, angry: 30 },
};

const problems = [];
let whole = 0;

/** What a sum such as 128+69+12 comes to, or NaN if one of its numbers is neither in the text nor another sum. */
function worked(sum, text, sums) {
  let total = 0;
  for (const [, sign, number] of sum.matchAll(/([+-]?)([\d.]+)/g)) {
    const known = says(text, number) || (number in sums && sums[number] !== sum);
    total += known ? Number(number) * (sign === '-' ? -1 : 1) : Number.NaN;
  }
  return total;
}

function form(goal, line) {
  const wrong = (what) => problems.push(`${goal.id ?? line}: ${what}`);
  for (const key of keys) if (!(key in goal)) wrong(`no ${key}`);
  for (const key of Object.keys(goal)) if (!keys.includes(key)) wrong(`unknown ${key}`);
  if (!kinds.includes(goal.kind)) wrong(`kind ${goal.kind}`);
  if (!tempers.includes(goal.temper)) wrong(`temper ${goal.temper}`);
  if (!(goal.patience >= 2 && goal.patience <= 8)) wrong(`patience ${goal.patience}`);
  if (!(goal.says.length >= 2 && goal.says.length <= 5) || goal.says.some((text) => !text)) wrong('says 2 to 5 lines');
  if (goal.kind === 'unanswerable' && goal.answerable) wrong('is answerable');
  if (goal.kind === 'complaint' && goal.temper !== 'angry') wrong('complains without anger');
  const mustBePerson = !goal.answerable || goal.kind === 'complaint' || goal.kind === 'handoff';
  if (mustBePerson && !goal.expectPerson) wrong('should expect a person');
  const { all = [], any = [], productIds = [] } = goal.reached;
  const empty = !all.length && !any.length && !productIds.length;
  if (empty && !goal.expectPerson) wrong('nothing tells that it is reached');
  if (!empty && !goal.answerable) wrong('unanswerable, yet has an answer');
  const chinese = goal.says.filter((text) => /\p{Script=Han}/u.test(text)).length;
  if (goal.language === 'en' ? chinese : !chinese) wrong(`is not in ${goal.language}`);
}

function facts(goal, shop) {
  const wrong = (what) => problems.push(`${goal.id}: ${what}`);
  const product = (id) => shop.products.find((each) => each.id === id);
  const { all = [], any = [], productIds = [], withLimits = {}, sums = {} } = goal.reached;
  const given = Object.values(goal.answers).join('\n');
  const subjects = [];

  if (goal.shopper && !shop.orders.some(({ subject }) => subject === goal.shopper)) wrong(`no shopper ${goal.shopper}`);
  for (const [number] of given.matchAll(/YL\d{8}-\d{4}/g)) {
    const order = shop.orders.find((each) => each.number === number);
    if (!order) wrong(`no order ${number}`);
    else if (order.subject !== goal.shopper) wrong(`${number} belongs to ${order.subject}`);
    else subjects.push(order, ...order.products.map(product));
  }
  for (const id of productIds) {
    const found = product(id);
    if (!found) wrong(`no product ${id}`);
    else if (!found.onSale) wrong(`${id} is not on sale`);
    else {
      subjects.push(found);
      if (withLimits.maxPrice < Math.min(...found.prices)) wrong(`${id} costs more than ${withLimits.maxPrice}`);
      if (withLimits.attribute && !says(found.text(goal.language), withLimits.attribute))
        wrong(`${id} is not ${withLimits.attribute}`);
    }
  }
  for (const each of shop.products) {
    const name = each.name(goal.language).toLowerCase();
    if (given.toLowerCase().includes(name) || new RegExp(`(?<!\\d)${each.id}(?!\\d)`).test(given)) subjects.push(each);
  }
  if (goal.shopper && !subjects.some((each) => each?.subject))
    subjects.push(...shop.orders.filter(({ subject }) => subject === goal.shopper));

  if (!subjects.length && (all.length || any.length)) {
    whole++;
    if (flags.list) console.log(`${goal.id} ${goal.goal}`);
  }
  const about = subjects.length ? subjects : [...shop.products, ...shop.orders];
  const text = [
    ...about.map((each) => each.text(goal.language)),
    shop.policies,
    // What he asks to have written into an order is read back to him.
    ...(goal.kind === 'change-order' ? [given] : []),
  ].join('\n');
  for (const token of [...all, ...any]) {
    if (token in sums ? Math.abs(worked(sums[token], text, sums) - Number(token)) < 0.005 : says(text, token)) continue;
    const number = token.replace(/(?<=\d),(?=\d{3})/g, '');
    if (number === token || !says(text, number)) wrong(`«${token}» is not in the data`);
  }
}

const grams = (text) => {
  const plain = text.toLowerCase().replace(/[\s\p{P}]/gu, '');
  return new Set(Array.from({ length: Math.max(plain.length - 2, 0) }, (_, at) => plain.slice(at, at + 3)));
};

/** No two goals may be told in almost the same words. */
function copies(goals) {
  const told = goals.map(({ says: lines }) => grams(lines.join(' ')));
  for (let a = 0; a < goals.length; a++)
    for (let b = 0; b < a; b++) {
      const both = [...told[a]].filter((gram) => told[b].has(gram)).length;
      if (both / Math.min(told[a].size, told[b].size) > 0.5)
        problems.push(`${goals[b].id} and ${goals[a].id} are alike`);
    }
}

const count = (list, by) => list.reduce((sum, each) => sum + (by(each) ? 1 : 0), 0);

for (const [name, counts] of Object.entries(expected)) {
  const file = join(here, 'scripts', `${name}.jsonl`);
  if (!existsSync(file)) {
    problems.push(`${name}: no scripts`);
    continue;
  }
  const goals = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  goals.forEach((goal, at) => {
    form(goal, at + 1);
    if (goal.shop !== name) problems.push(`${goal.id}: shop ${goal.shop}`);
  });
  if (new Set(goals.map(({ id }) => id)).size !== goals.length) problems.push(`${name}: an id stands twice`);
  if (new Set(goals.map(({ goal }) => goal)).size !== goals.length) problems.push(`${name}: a goal stands twice`);
  copies(goals);
  const found = {
    zh: count(goals, ({ language }) => language === 'zh'),
    en: count(goals, ({ language }) => language === 'en'),
    unanswerable: count(goals, ({ answerable }) => !answerable),
    angry: count(goals, ({ kind }) => kind === 'complaint'),
  };
  for (const [what, number] of Object.entries(counts))
    if (found[what] !== number) problems.push(`${name}: ${found[what]} ${what}, not ${number}`);
  for (const kind of kinds)
    if (!goals.some((goal) => goal.kind === kind)) problems.push(`${name}: nobody comes for ${kind}`);

  whole = 0;
  const shop = name === 'bundled' ? bundled() : flags.litemall && litemall(flags.litemall);
  if (shop) for (const goal of goals) facts(goal, shop);
  const spread = kinds.map((kind) => `${kind} ${count(goals, (goal) => goal.kind === kind)}`).join(', ');
  console.log(`${name}: ${goals.length} goals (${spread})`);
  console.log(
    shop
      ? `  facts checked, ${whole} against the whole shop`
      : '  its data is missing: give --litemall DIR to check facts',
  );
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
