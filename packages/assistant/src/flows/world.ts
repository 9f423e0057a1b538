import type { Address, Money, OrderStatus } from '@xiaoer/core/protocol';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Localized } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { type Policies, policiesFor } from '../knowledge/policies.ts';
import type { OpenFlow, SlotValue } from '../state.ts';
import { readIsoDay } from '../understanding/slots/civil-day.ts';
import type { Flow } from './flow.ts';
import type { FlowText, Shown } from './shown.ts';

/** All that a flow may look at. */
export interface World {
  readonly knowledge: Knowledge;
  readonly signedIn: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An address in one line, as it is shown and confirmed. */
export const addressLine = ({ text, name, phone }: Address): string => [text, name, phone].filter(Boolean).join(' · ');

/** What the shop promises for the order that the flow is about: its goods may be an exception. */
function policiesOf(slots: OpenFlow['slots'], { knowledge, at }: World): Policies {
  const order = slots['order']?.v;
  const found = isObject(order) ? knowledge.catalogue.byId.get(String(order['product'])) : undefined;
  const product = found === undefined ? undefined : knowledge.catalogue.products[found];
  return policiesFor(knowledge.source.shop, { at, product, said: '' });
}

/** The value of a path: `order.status`, `policy.returnDays`, `reason`. Undefined when it is not known. */
export function valueAt(path: string, slots: OpenFlow['slots'], world: World): unknown {
  const [root = '', ...rest] = path.split('.');
  let value: unknown = root === 'policy' ? policiesOf(slots, world) : slots[root]?.v;
  for (const name of rest) value = isObject(value) ? value[name] : undefined;
  return value;
}

function shownSlot(name: string, value: SlotValue, flow: Flow, { knowledge }: World): Shown | undefined {
  const slot = flow.slots?.[name];
  const { v } = value;
  switch (slot?.type) {
    case 'choice': {
      const option = slot.options.find((one) => one.value === v);
      return option && { words: option.label };
    }
    case 'number':
      return slot.unit ? `${String(v)} ${slot.unit}` : Number(v);
    case 'date':
      // Noon in UTC is the same day nearly everywhere.
      return { at: ((readIsoDay(String(v)) ?? 0) + 0.5) * 86_400_000 };
    case 'pictures':
      return Array.isArray(v) ? v.length : 0;
    case 'product': {
      const at = knowledge.catalogue.byId.get(String(v));
      const title: Localized | undefined = at === undefined ? undefined : knowledge.catalogue.products[at]?.title;
      return title && { words: title };
    }
  }
  if (!isObject(v)) return typeof v === 'number' ? v : String(v);
  if (typeof v['number'] === 'string') return v['number'];
  if (typeof v['currency'] === 'string') return v as unknown as Money;
  return typeof v['text'] === 'string' ? addressLine(v as unknown as Address) : undefined;
}

function shownAt(path: string, flow: Flow, slots: OpenFlow['slots'], world: World): Shown | undefined {
  if (path === 'shop') return { words: world.knowledge.source.shop.name };
  const slot = slots[path];
  if (slot) return shownSlot(path, slot, flow, world);
  const value = valueAt(path, slots, world);
  if (typeof value === 'number') return path.endsWith('At') ? { at: value } : value;
  if (path.endsWith('.status')) return { status: value as OrderStatus };
  return isObject(value) && typeof value['currency'] === 'string'
    ? (value as unknown as Money)
    : value === undefined
      ? undefined
      : String(value);
}

/** A placeholder: the name of a slot or a path. */
export const PLACEHOLDER = /\{([\w-]+(?:\.[\w-]+)*)\}/g;

/** A text with the values of its placeholders as they are now. */
export function said(text: Localized, flow: Flow, slots: OpenFlow['slots'], world: World): FlowText {
  const values: Record<string, Shown> = {};
  for (const one of everyText(text))
    for (const [, path = ''] of one.matchAll(PLACEHOLDER)) {
      const shown = shownAt(path, flow, slots, world);
      if (shown !== undefined) values[path] = shown;
    }
  return { text, values };
}
