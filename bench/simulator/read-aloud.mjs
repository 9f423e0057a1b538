import { fallback } from '../../packages/core/dist/protocol/index.js';

const DAY = { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' };
const zhDay = new Intl.DateTimeFormat('zh-CN', { ...DAY });
const enDay = new Intl.DateTimeFormat('en-GB', { ...DAY, month: 'long' });

/** A day as both languages write it. */
function dayText(at) {
  const [month, day] = zhDay.format(at).match(/\d+/g);
  return `${month} 月 ${day} 日 ${month}月${day}日 ${enDay.format(at)}`;
}

const moneyText = ({ amount, currency }) => `${currency} ${amount / 100}`;

const orderText = ({ number, lines, total, steps = [], parcel, address, placedAt }) =>
  [
    number,
    dayText(placedAt),
    ...lines.map(
      ({ title, options, quantity, price }) => `${title} ${options ?? ''} × ${quantity} ${moneyText(price)}`,
    ),
    moneyText(total),
    ...steps.flatMap(({ at }) => (at === undefined ? [] : dayText(at))),
    parcel ? `${parcel.carrier} ${parcel.number} ${parcel.last ?? ''}` : '',
    address ? `${address.name ?? ''} ${address.phone ?? ''} ${address.text}` : '',
  ].join('\n');

const productText = ({ title, subtitle, price, was, variants = [], reason }) =>
  [
    title,
    subtitle,
    moneyText(price),
    was && moneyText(was),
    reason,
    ...variants.map(({ label, price: own }) => `${label} ${own ? moneyText(own) : ''}`),
  ].join('\n');

/** The product cards that a line shows. */
export const productCards = ({ kind, body }) =>
  kind === 'product' ? (body.card ? [body.card] : []) : kind === 'products' || kind === 'comparison' ? body.items : [];

/** The order cards that a line shows. */
export const orderCards = ({ kind, body }) =>
  kind === 'order' ? (body.card ? [body.card] : []) : kind === 'orders' ? body.items : [];

/** All that a shopper can read in a line, its cards with what the widget draws of them. */
export const readAloud = (line) =>
  [fallback(line), ...productCards(line).map(productText), ...orderCards(line).map(orderText)].join('\n');

/** What the assistant says in its own sentences: the text beside cards, not the cards and not the buttons. */
export const spoken = ({ kind, body }) =>
  kind === 'article' ? `${body.title}\n${body.text}` : [body.text, body.verdict].filter(Boolean).join('\n');
