import type { Context } from '../dialogue/context.ts';
import { focusOf } from '../dialogue/context.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { findProducts, wantsOf } from '../selling/find-products.ts';
import { oneOfThese, thingsOf } from '../selling/things.ts';
import type { SlotValue } from '../state.ts';
import { normalise } from '../text/normalise.ts';
import { readAddress } from '../understanding/slots/address.ts';
import { isoDay } from '../understanding/slots/civil-day.ts';
import { readDay, today } from '../understanding/slots/day.ts';
import { type Measure, readMeasures } from '../understanding/slots/measure.ts';
import { readNumeral } from '../understanding/slots/numeral.ts';
import type { Option, Slot } from './flow.ts';

const PHONE = /(?<!\d)(?:\+?\d{1,3}[- ]?)?(?:1[3-9]\d(?:[- ]?\d{4}){2}|\(?\d{3,4}\)?[- ]?\d{3,4}[- ]?\d{3,4})(?!\d)/;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const LONGEST_TEXT = 200;
/** Share of what was said that the name of a product must cover. */
const NAMED = 0.8;

const of = (v: unknown, sure = 1, from: SlotValue['from'] = 'said'): SlotValue => ({ v, from, sure });

const plain = (text: string): string => normalise(text).text.replace(/[\s\p{P}]+/gu, '');

/** Words that mean an option, in every language: its label and what is listed beside it. */
const wordsOf = ({ label, words }: Option, { vocabulary }: Context['knowledge']): readonly string[] =>
  [...everyText(label), ...everyText(words).flatMap((list) => list.split('|'))].map(vocabulary.simplify);

/** Where a word stands in a text; a Latin one only as whole words. −1 when nowhere. */
function place(text: string, word: string): number {
  const normal = normalise(word).text;
  if (!normal) return -1;
  if (!/^[a-z0-9]/.test(normal)) return text.indexOf(normal);
  return text.search(new RegExp(`(?<![a-z0-9])${normal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`));
}

/** The option that is meant: by its button, its place, its label, or by the longest of its words in the text. */
function readChoice(
  name: string,
  options: readonly Option[],
  { message, said, knowledge }: Context,
  asked: boolean,
): SlotValue | undefined {
  const [kind, of_, value] = (message.reply?.value ?? '').split(':');
  if (kind === 'set' && of_ === name) {
    const pressed = options.find((one) => one.value === value);
    return pressed && of(pressed.value, 1, 'picked');
  }
  const { text } = said.normal;
  const whole = plain(text);
  const same = options.find((one) => wordsOf(one, knowledge).some((word) => plain(word) === whole));
  if (same) return of(same.value);
  if (!asked) return undefined;
  const at = said.slots.ordinals[0] ?? (/^\d$/.test(whole) ? Number(whole) : undefined);
  const pick = at === undefined ? undefined : options[at > 0 ? at - 1 : options.length - 1];
  if (pick && whole.length <= 6) return of(pick.value);
  let best: { value: string; length: number } | undefined;
  for (const option of options)
    for (const word of wordsOf(option, knowledge))
      if (place(text, word) >= 0 && word.length > (best?.length ?? 0))
        best = { value: option.value, length: word.length };
  return best && of(best.value, 0.9);
}

/** A text slot takes what was said, whatever it is, when it is asked for. */
function readText(slot: Extract<Slot, { type: 'text' }>, text: string): SlotValue | undefined {
  const trimmed = text.trim();
  const { min = 1, max = LONGEST_TEXT, pattern } = slot;
  if (pattern !== undefined) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu').exec(
      trimmed.slice(0, 400),
    )?.[0];
    return found === undefined ? undefined : of(found);
  }
  const whole = [...trimmed].length;
  return whole < min || !/[\p{L}\p{N}]/u.test(trimmed) ? undefined : of(clipped(trimmed, Math.min(max, LONGEST_TEXT)));
}

const clipped = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

const within = (value: number, min: number | undefined, max: number | undefined): boolean =>
  value >= (min ?? -Infinity) && value <= (max ?? Infinity);

function readNumber(
  slot: Extract<Slot, { type: 'number' }>,
  context: Context,
  units: readonly Measure['unit'][],
  asked: boolean,
) {
  const { said } = context;
  if (slot.unit) {
    const measure = readMeasures(said.normal.text, asked ? units : [], said.lang).find(
      ({ unit }) => unit === slot.unit,
    );
    return measure && within(measure.value, slot.min, slot.max) ? of(measure.value, 0.9) : undefined;
  }
  if (!asked) return undefined;
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(said.normal.original.normalize('NFKC'))?.[0].replaceAll(',', '');
  const value = found === undefined ? readNumeral(plain(said.normal.text)) : Number(found);
  return value !== undefined && value !== 0 && within(value, slot.min, slot.max) ? of(value) : undefined;
}

/** What a slot is read with. */
export interface Reading {
  readonly context: Context;
  /** The question is open: bare answers count. Otherwise only what can be nothing else. */
  readonly asked: boolean;
  /** Units of all slots that are asked for at once. */
  readonly units: readonly Measure['unit'][];
  readonly timeZone: string;
}

/** The one product that a message names, when no other fits as well. */
function namedProduct({ said, knowledge }: Context): Product | undefined {
  const wants = wantsOf(said.features);
  if (wants.length === 0) return undefined;
  const [best, next] = findProducts(wants, knowledge.catalogue, ({ onSale }) => onSale !== false, true);
  if (best && best.coverage >= NAMED && (next?.coverage ?? 0) < best.coverage) return best.product;
  // 浴袍172穿啥码: the only robe there is.
  const { catalogue } = knowledge;
  const things = thingsOf(wants, catalogue);
  const called = oneOfThese(things, catalogue);
  const [only, ...others] =
    things.length > 0 ? catalogue.products.filter((one) => one.onSale !== false && called(one)) : [];
  return others.length === 0 ? only : undefined;
}

/** Fits a day between today and so many days from now. */
function readDate(days: number | undefined, { context, timeZone }: Reading): SlotValue | undefined {
  const { at } = context.message;
  const day = readDay(context.said.normal.text, at, timeZone);
  const ahead = day === undefined ? -1 : day - today(at, timeZone);
  return day !== undefined && ahead >= 0 && ahead <= (days ?? Infinity) ? of(isoDay(day)) : undefined;
}

/**
 * What a message says of a slot. Undefined: nothing usable. An order is not read here: it is looked up among those of the
 * shopper.
 */
export function readSlot(name: string, slot: Slot, reading: Reading): SlotValue | undefined {
  const { context, asked, units } = reading;
  const { message, said } = context;
  const pressed = message.reply?.value !== undefined;
  if (pressed && slot.type !== 'choice' && slot.type !== 'product' && slot.type !== 'pictures') return undefined;
  switch (slot.type) {
    case 'order':
      return undefined;
    case 'choice':
      return readChoice(name, slot.options, context, asked);
    case 'text':
      return asked ? readText(slot, message.text) : undefined;
    case 'number':
      return readNumber(slot, context, units, asked);
    case 'date':
      return asked ? readDate(slot.withinDays, reading) : undefined;
    case 'address': {
      const address = readAddress(message.text);
      return address && of(address, 0.9);
    }
    case 'email':
    case 'phone':
    case 'contact': {
      const text = message.text.normalize('NFKC');
      const email = slot.type === 'phone' ? undefined : EMAIL.exec(text)?.[0];
      const phone = slot.type === 'email' ? undefined : PHONE.exec(text)?.[0];
      const found = email ?? phone;
      return found !== undefined && asked ? of(found.trim()) : undefined;
    }
    case 'code': {
      const code = /(?<!\d)\d{4,8}(?!\d)/.exec(message.text.normalize('NFKC').replace(/(?<=\d)[ -](?=\d)/g, ''))?.[0];
      return asked && code !== undefined ? of(code) : undefined;
    }
    case 'order-number': {
      const shape = /(?<![\w-])(?=[\w-]*\d)[a-z0-9][\w-]{3,39}(?![\w-])/i;
      const number = said.slots.orderNumber ?? (asked ? shape.exec(message.text.normalize('NFKC'))?.[0] : undefined);
      return number === undefined ? undefined : of(number);
    }
    case 'pictures': {
      if (message.pictures && message.pictures.length > 0) return of(message.pictures.slice(0, 9));
      const skips =
        asked &&
        (slot.min ?? 1) === 0 &&
        (message.reply?.value === `set:${name}:none` ||
          /没有|没拍|不用|跳过|无图|^(?:no|none|skip)\b|don't have|without/.test(said.normal.text));
      return skips ? of([], 1, 'picked') : undefined;
    }
    case 'product': {
      const product = /^product:(.+)$/.exec(message.reply?.value ?? '')?.[1];
      if (product !== undefined) return of(product, 1, 'picked');
      if (asked && context.card) return of(context.card.id, 1, 'picked');
      const named = namedProduct(context);
      if (named) return of(named.id, 0.8);
      const focus = focusOf(context);
      return focus && !asked ? of(focus.id, 0.8, 'page') : undefined;
    }
  }
}
