import { type ChatEvent, fallback, isObject, type Money, readContent } from '@xiaoer/core/protocol';
import { words } from '../locales/words.ts';
import type { Fact, FieldValues, TicketOrder } from './ticket.ts';
import type { TicketType } from './ticket-type.ts';

/** Anger from here on, 0 … 1. */
const ANGRY = 0.6;
const UPSET = 0.3;
const MOST_FACTS = 8;
const MOST_CHARS = 300;

/** What a conversation says about the ticket that may come of it. */
export interface TicketDraft {
  readonly type?: string | undefined;
  readonly order?: (TicketOrder & { readonly total?: Money | undefined }) | undefined;
  readonly product?: string | undefined;
  readonly emotion: 'calm' | 'upset' | 'angry';
  readonly fields: FieldValues;
  readonly facts: readonly Fact[];
}

/** Types by what the shopper wanted: a flow, or an intent of the library. */
const TYPE_OF: Readonly<Record<string, string>> = {
  'price-protection': 'price-protection',
  'price.protect': 'price-protection',
  'refund.difference': 'refund-gap',
  'item.missing': 'missing',
  'item.wrong': 'wrong',
  'delivery.damaged': 'damage',
  warranty: 'warranty',
  'warranty.repair': 'warranty',
  invoice: 'invoice',
  'invoice.ask': 'invoice',
  'complaint.make': 'complaint',
  'leave-message': 'message',
};

const AMOUNT = /[¥￥$€£]\s?\d[\d,]*(?:\.\d{1,2})?|\d[\d,]*(?:\.\d{1,2})?\s?(?:元|块|yuan|CNY|USD|EUR)/i;
const WAYBILL = /\b(?:[A-Z]{2,4}\d{9,18}|\d{12,16})\b/;

/** Emotion of the newest mood that the bot heard. */
export function emotionIn(events: readonly ChatEvent[]): TicketDraft['emotion'] {
  for (let n = events.length - 1; n >= 0; n--) {
    const event = events[n];
    const mood = event?.kind === 'trace' ? event.body['mood'] : undefined;
    if (!isObject(mood)) continue;
    const anger = Number(mood['anger']);
    return anger >= ANGRY ? 'angry' : anger >= UPSET ? 'upset' : 'calm';
  }
  return 'calm';
}

/** Slots of the flow that is open in the newest trace, or was when a person was asked for. */
function flowIn(events: readonly ChatEvent[]): {
  readonly flow?: string;
  readonly slots: Readonly<Record<string, unknown>>;
} {
  for (let n = events.length - 1; n >= 0; n--) {
    const state = events[n]?.kind === 'trace' ? events[n]?.body['state'] : undefined;
    const flow = isObject(state) ? state['flow'] : undefined;
    if (!isObject(flow) || !isObject(flow['slots'])) continue;
    const slots = Object.entries(flow['slots']).map(([name, slot]) => [name, isObject(slot) ? slot['v'] : undefined]);
    return { flow: String(flow['flow']), slots: Object.fromEntries(slots) };
  }
  return { slots: {} };
}

/** What the bot understood last, of the things that tickets are about. */
function understoodIn(events: readonly ChatEvent[], known: ReadonlySet<string>): string | undefined {
  for (let n = events.length - 1; n >= 0; n--) {
    const candidates = events[n]?.kind === 'trace' ? events[n]?.body['candidates'] : undefined;
    if (!Array.isArray(candidates)) continue;
    for (const one of candidates) {
      const type = isObject(one) ? TYPE_OF[String(one['id'])] : undefined;
      if (type !== undefined && known.has(type)) return type;
    }
  }
  return undefined;
}

/** The newest order that was shown, with its number. */
function orderIn(events: readonly ChatEvent[]): TicketDraft['order'] {
  for (let n = events.length - 1; n >= 0; n--) {
    const event = events[n];
    const content = event && readContent(event);
    const card =
      content?.kind === 'order'
        ? content.body.card
        : content?.kind === 'orders' && content.body.items.length === 1
          ? content.body.items[0]
          : undefined;
    if (card) return { id: card.id, number: card.number, total: card.total };
  }
  return undefined;
}

const lineOf = (event: ChatEvent): string => fallback(readContent(event)).slice(0, MOST_CHARS);

/** The line of the shopper that says a text first. */
export const lineThatSays = (events: readonly ChatEvent[], text: string): number | undefined =>
  text === '' ? undefined : events.find((event) => event.from.role === 'shopper' && lineOf(event).includes(text))?.seq;

/** Facts, each with the line it was read from. */
function factsIn(events: readonly ChatEvent[], order: TicketDraft['order'], locale: string): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (label: Parameters<typeof words>[1], text: string, seq: number | undefined) => {
    const name = words(locale, label);
    if (!facts.some((fact) => fact.label === name && fact.text === text))
      facts.push({ label: name, text, ...(seq === undefined ? {} : { seq }) });
  };
  if (order) add('fact.order', order.number, lineThatSays(events, order.number));
  for (const event of events) {
    if (event.from.role !== 'shopper') continue;
    const text = lineOf(event);
    const amount = AMOUNT.exec(text)?.[0];
    const waybill = WAYBILL.exec(text)?.[0];
    if (amount !== undefined) add('fact.amount', amount, event.seq);
    if (waybill !== undefined && waybill !== order?.number) add('fact.waybill', waybill, event.seq);
    if (event.kind === 'image')
      add('fact.pictures', String(event.body['name'] ?? event.body['alt'] ?? event.seq), event.seq);
  }
  const said = events
    .filter(({ from, kind }) => from.role === 'shopper' && (kind === 'text' || kind === 'form'))
    .slice(-3);
  for (const event of said) if (lineOf(event).length > 3) add('fact.wish', lineOf(event), event.seq);
  return facts.slice(0, MOST_FACTS);
}

/** Reads a conversation's newest events for what a ticket needs. */
export function draftTicket(events: readonly ChatEvent[], types: readonly TicketType[], locale: string): TicketDraft {
  const known = new Set(types.map(({ id }) => id));
  const { flow, slots } = flowIn(events);
  const problem = slots['problem'];
  const ofProblem = problem === 'damaged' ? 'damage' : typeof problem === 'string' ? problem : undefined;
  const guess = ofProblem ?? TYPE_OF[flow ?? ''] ?? understoodIn(events, known);
  const type = guess !== undefined && known.has(guess) ? types.find(({ id }) => id === guess) : undefined;
  const order = orderIn(events);
  const facts = factsIn(events, order, locale);
  const waybill = facts.find(({ label }) => label === words(locale, 'fact.waybill'))?.text;
  // Forms of several types ask for it, and the type may be chosen later.
  const fields: Record<string, FieldValues[string]> = waybill === undefined ? {} : { waybill };
  for (const { id } of type?.fields ?? []) {
    const value = slots[id];
    if (typeof value === 'string' || typeof value === 'number') fields[id] = value;
    else if (Array.isArray(value)) fields[id] = value.map(String);
  }
  const product = events
    .map((event) => event.body['about'])
    .filter(isObject)
    .at(-1)?.['product'];
  return {
    type: type?.id,
    order,
    product: typeof product === 'string' ? product : undefined,
    emotion: emotionIn(events),
    fields,
    facts,
  };
}
