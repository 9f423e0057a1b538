import { plainMoney } from '../money.ts';
import type { ComparisonBody } from './comparison.ts';
import type { Content, ContentMap, Kind } from './index.ts';
import type { OrderCard } from './order.ts';
import type { ProductCard } from './product.ts';

const lines = (parts: readonly (string | undefined)[], between = '\n'): string => parts.filter(Boolean).join(between);

const numbered = (items: readonly string[]): readonly string[] => items.map((item, n) => `${n + 1}. ${item}`);

const productLine = ({ title, price, reason }: ProductCard): string => lines([title, plainMoney(price), reason], ' · ');

const orderLine = ({ number, status, total }: OrderCard): string => `${number} · ${status} · ${plainMoney(total)}`;

const comparisonLines = ({ text, items, rows, verdict }: ComparisonBody): string =>
  lines([
    text,
    ...numbered(items.map(productLine)),
    ...rows.map(({ label, values }) => `${label}: ${values.map((value) => value || '–').join(' / ')}`),
    verdict,
  ]);

const nothing = (): string => '';

/** One a kind. They stand together, and apart from the guards, because faces need them before any card is drawn. */
const FALLBACKS: { readonly [K in Kind]: (body: ContentMap[K]) => string } = {
  text: ({ text }) => text,
  final: ({ text }) => text,
  image: ({ alt, name, url }) => lines([`[${alt ?? name ?? 'image'}]`, url], ' '),
  voice: ({ transcript, ms }) => transcript ?? `[voice ${Math.round(ms / 1000)} s]`,
  file: ({ name, type, url }) => lines([`[${name ?? type ?? 'file'}]`, url], ' '),
  sticker: ({ alt }) => `[${alt}]`,
  product: ({ text, card, product }) => lines([text, card ? productLine(card) : product]),
  products: ({ text, items }) => lines([text, ...numbered(items.map(productLine))]),
  order({ text, card, order }) {
    const parcel = card?.parcel;
    const scan = parcel && `${parcel.carrier} ${parcel.number} ${parcel.last ?? ''}`.trim();
    return lines([text, card ? orderLine(card) : order, scan]);
  },
  orders: ({ text, items }) => lines([text, ...numbered(items.map(orderLine))]),
  choices: ({ text, options }) => lines([text, ...numbered(options.map(({ label }) => label))]),
  form: (body) =>
    'answers' in body
      ? Object.entries(body.answers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')
      : lines([body.title, body.text, ...body.fields.map(({ label }) => `- ${label}`)]),
  coupon: ({ title, off, code }) => lines([title, `−${plainMoney(off)}`, code], ' · '),
  shipment: ({ carrier, number, anomaly, text, scans, offers }) =>
    lines([
      `${carrier} ${number}`,
      anomaly,
      text,
      scans[0]?.text,
      ...numbered((offers ?? []).map(({ label }) => label)),
    ]),
  'size-advice': ({ text, columns, rows }) =>
    lines([text, columns.join(' / '), ...rows.map(({ size, cells }) => `${size}: ${cells.join(' / ')}`)]),
  comparison: comparisonLines,
  promotion: ({ title, steps, total, text }) =>
    lines([
      title,
      ...steps.map(({ label, amount, why }) => lines([`${label}: ${plainMoney(amount)}`, why], ' · ')),
      `= ${plainMoney(total)}`,
      text,
    ]),
  return: ({ number, items, reasons }) =>
    lines([
      number,
      ...items.map(({ title, quantity, refund }) => `- ${title} × ${quantity} · ${plainMoney(refund)}`),
      ...numbered(reasons.map(({ label }) => label)),
    ]),
  article: ({ title, text }) => `${title}\n${text}`,
  notice: ({ text }) => text,
  handoff: ({ state, agent, text }) => lines([`[${state}]`, agent?.name, text], ' '),
  rating: nothing,
  retracted: nothing,
  read: nothing,
  closed: nothing,
  trace: nothing,
  note: nothing,
  claimed: nothing,
  hidden: nothing,
};

/**
 * A message in plain text, for readers that cannot show its card. Marks (read, retracted, closed, rating, events of
 * the house) have no text and give an empty string. Of what this version does not know it is the text, if it has one.
 */
export function fallback({ kind, body }: Content): string {
  if (Object.hasOwn(FALLBACKS, kind)) return (FALLBACKS[kind as Kind] as (body: unknown) => string)(body);
  return 'text' in body && typeof body.text === 'string' ? body.text : '';
}
