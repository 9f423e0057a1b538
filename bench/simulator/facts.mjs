import { readNumeral } from '../../packages/assistant/dist/understanding/slots/numeral.js';
import { orderCards, productCards, spoken } from './read-aloud.mjs';
import { plainNumbers, says } from './says.mjs';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
const ZH_NUMBERS = '零一二三四五六七八九十';

/** Sentences that say something of the kind, each with the number in its first group, where it has one. */
const CLAIMS = [
  ['price', /(?:[¥￥$]|CNY|RMB)\s?(\d+(?:\.\d+)?)/g],
  ['price', /(\d+(?:\.\d+)?)\s?(?:元|块钱|yuan|CNY)/g],
  ['date', /(\d{1,2}\s?月\s?\d{1,2})\s?[日号]/g],
  ['date', new RegExp(`(\\d{1,2} (?:${MONTH}))(?![a-z])`, 'g')],
  ['date', new RegExp(`((?:${MONTH}) \\d{1,2})(?!\\d)`, 'g')],
  ['days', /(\d+(?:\.\d+)?)\s?(?:天|小时|个小时|分钟|个月|周|年(?!\s?\d)|个工作日)/g],
  ['days', /([一二三四五六七八九十两]{1,3})(?:天|小时|个小时|个月|周|年|个工作日)/g],
  ['days', /(\d+(?:\.\d+)?)[- ]?(?:working |business )?(?:days?|hours?|minutes?|weeks?|months?|years?)(?![a-z])/gi],
];

const IN_STOCK = /有货|现货|in stock(?! again)|(\d+) left/i;
const SOLD_OUT = /没货|缺货|无货|卖完|售罄|卖光|sold out|out of stock/i;

/** What a shop promises or refuses; a sentence that says it must stand in its data. */
const POLICY =
  /包邮|免运费|免邮|无理由|质保|保修|保价|补差价|赔|可以退|不能退|不退|可以换|不能换|能开(?:发)?票|free (?:shipping|delivery)|delivery is free|can be (?:returned|exchanged|refunded)|cannot (?:be returned|go back)|warranty is|refunds? (?:takes?|within)|makes? up the difference|pays? for/i;

/** What it says of the shopper's orders is no promise of the shop. */
const OF_ORDERS = /您名下|of your orders/;

const sentences = (text) =>
  text
    .split(/(?<=[。！？!?；;])|(?<=\.)\s|\n/)
    .map((one) => one.trim())
    .filter(Boolean);

const bare = (text) => plainNumbers(text).replace(/[\s*]/g, '').toLowerCase();

/** A number as it may be written in the data: 五 for 5. */
const spellings = (token) => {
  const at = ZH_NUMBERS.indexOf(token);
  return at > 0 ? [token, String(at)] : [token, ZH_NUMBERS[Number(token)] ?? token];
};

/** Whether an amount is a sum, a difference or a multiple of prices that are in the data. */
function worked(amount, prices) {
  const close = (value) => Math.abs(value - amount) < 0.005;
  return prices.some((a) => prices.some((b) => close(a + b) || close(Math.abs(a - b)) || close(a * b)));
}

/** Whether an amount is the sum of the rows above it: «- a thing: ¥39 × 2». Each row is checked by itself. */
function addsUp(amount, text) {
  const rows = [...text.matchAll(/^- .*[¥￥]\s?(\d+(?:\.\d+)?)(?: × (\d+))?$/gm)];
  return rows.length > 1 && Math.abs(rows.reduce((sum, [, price, n = 1]) => sum + price * n, 0) - amount) < 0.005;
}

/**
 * Every price, stock, date, number of days and policy that the assistant said in a conversation, and those that are not in
 * the data of what it was speaking of: the products it showed, named or has in mind, the shopper's orders, the shop's answers
 * and policies; a shopper's own numbers may be said back to him.
 */
export function createFactCheck({ data }) {
  const byId = new Map(data.products.map((product) => [product.id, product]));
  const languages = ['zh', 'en'];
  const textOf = (each) => languages.map((language) => each.text(language)).join('\n');
  const names = data.products.map((product) => [product, languages.map((language) => product.name(language))]);
  const house = plainNumbers([data.policies, ...languages.flatMap((language) => data.answers(language))].join('\n'));
  const whole = bare([house, ...data.products.map(textOf)].join('\n'));

  /** The products that a turn speaks of. */
  function productsIn({ lines, trace }, said) {
    const text = [said, ...lines.map(spoken)].join('\n');
    const ids = [
      trace?.state?.focus,
      ...(trace?.state?.shown ?? []),
      ...lines.flatMap(productCards).map(({ id }) => id),
    ];
    const named = names.flatMap(([product, own]) => (own.some((name) => text.includes(name)) ? [product] : []));
    return [...new Set([...ids.flatMap((id) => byId.get(id) ?? []), ...named])];
  }

  function cardsIn(lines) {
    const wrong = [];
    let count = 0;
    for (const card of lines.flatMap(productCards)) {
      const product = byId.get(card.id);
      const text = product ? textOf(product) : '';
      const money = [card.price, card.was, ...(card.variants ?? []).map(({ price }) => price)].filter(Boolean);
      for (const { amount } of money) {
        count++;
        if (!says(text, String(amount / 100))) wrong.push(`price ${amount / 100} on the card of ${card.id}`);
      }
      if (card.stock === undefined) continue;
      count++;
      const total = product?.stocks.reduce((sum, n) => sum + n, 0);
      if (!product?.stocks.includes(card.stock) && card.stock !== total && product?.onSale)
        wrong.push(`stock ${card.stock} on the card of ${card.id}`);
    }
    return { count, wrong };
  }

  return ({ goal, turns }) => {
    const orders = data.orders.filter(({ subject }) => subject === goal.shopper).map(textOf);
    const said = [];
    const wrong = [];
    let count = 0;
    for (const { said: line, answer } of turns) {
      // A number of his own may be said back in figures: 一千三.
      const own = (line.text.match(/[一二两三四五六七八九十百千万零]+/g) ?? []).flatMap(
        (one) => readNumeral(one) ?? [],
      );
      said.push(plainNumbers(`${line.text} ${own.join(' ')}`));
      const about = productsIn(answer, said.join('\n'));
      const text = plainNumbers([house, ...about.map(textOf), ...orders, ...said].join('\n'));
      const prices = [
        ...about.flatMap((product) => product.prices),
        ...[...house.matchAll(/\d+(?:\.\d+)?/g)].map(Number),
      ];
      const cards = cardsIn(answer.lines);
      count += cards.count;
      wrong.push(...cards.wrong);
      for (const reply of answer.lines) {
        // Orders of the shopper are checked like what is said of them.
        const spokenText = plainNumbers(spoken(reply));
        for (const [kind, claim] of CLAIMS)
          for (const [words, token] of spokenText.matchAll(claim)) {
            count++;
            if (kind === 'price' && addsUp(Number(token), spokenText)) continue;
            const known =
              kind === 'date'
                ? says(text.replace(/\s/g, ''), token.replace(/\s/g, '')) || says(text, token)
                : spellings(token).some((one) => says(text, one)) ||
                  says(text, String(Number(token))) ||
                  (kind === 'price' && worked(Number(token), prices));
            if (!known) wrong.push(`${kind} «${words}»`);
          }
        for (const sentence of sentences(spokenText)) {
          const asking = /[?？]$/.test(sentence);
          if (!asking && (IN_STOCK.test(sentence) || SOLD_OUT.test(sentence))) {
            count++;
            const gone = (product) => !product.onSale || product.stocks.some((n) => n === 0);
            const there = (product) => product.onSale && product.stocks.some((n) => n > 0);
            const left = IN_STOCK.exec(sentence)?.[1];
            const inData = whole.includes(bare(sentence));
            const fits = about.some((product) => (SOLD_OUT.test(sentence) ? gone(product) : there(product)));
            if (!inData && (!fits || (left !== undefined && !says(text, left)))) wrong.push(`stock «${sentence}»`);
          }
          const promised = POLICY.test(sentence.replace(/「[^」]*」|“[^”]*”/g, ''));
          if (!asking && !OF_ORDERS.test(sentence) && promised && !/^- /.test(sentence)) {
            count++;
            const fixed = reply.body.source?.kind === 'policy';
            if (
              !fixed &&
              !whole.includes(bare(sentence.replace(/^[^：:]{1,40}[：:] ?/, ''))) &&
              !whole.includes(bare(sentence))
            )
              wrong.push(`policy «${sentence}»`);
          }
        }
      }
      // The shopper's orders as the card shows them: number and total.
      for (const { number, total } of answer.lines.flatMap(orderCards)) {
        count++;
        if (!says(text, number) || !says(text, String(total.amount / 100))) wrong.push(`order ${number}`);
      }
    }
    return { count, wrong };
  };
}
