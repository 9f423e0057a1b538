import type { Product } from '@xiaoer/assistant';
import { type Address, isObject, isOrderStatus, type OrderAction, type OrderStep } from '@xiaoer/core/protocol';
import { fitsId, listFrom, pick, plain, sourceOf, textFrom } from './field-source.ts';
import type { OrderMapping, TextSource } from './mapping.ts';
import type { RowContext } from './read-product.ts';
import type { SourceRow } from './read-rows.ts';
import { readAddress, readMoney, readTime } from './read-value.ts';
import type { ShopOrder } from './shop-order.ts';

/** What order rows need beside the usual: titles and prices of lines that only name a product. */
export interface OrderContext extends RowContext {
  readonly product: (id: string) => Product | undefined;
}

const ACTIONS: readonly string[] = ['track', 'address', 'cancel', 'return'] satisfies OrderAction[];

function readLine(
  item: unknown,
  row: SourceRow,
  mapping: OrderMapping,
  context: OrderContext,
): ShopOrder['lines'][number] | string {
  const source = mapping.fields?.lines;
  const at = typeof source === 'object' ? source : undefined;
  const value = <T>(named: string | null | undefined, usual: string, read: (value: unknown) => T): T | undefined => {
    const path = sourceOf(named, usual);
    return path === undefined ? undefined : read(pick(item, path));
  };
  const text = (named: TextSource | null | undefined, usual: string) => {
    const from = sourceOf(named, usual);
    return from === undefined ? undefined : textFrom(item, from, context.locale);
  };
  const id = value(at?.product, 'product', plain);
  const product = id === undefined ? undefined : context.product(id);
  const title = text(at?.title, 'title') ?? product?.title;
  if (title === undefined)
    return id === undefined
      ? 'a line has no title'
      : `a line names the product "${id}", which the catalogue does not have`;
  const given = value(at?.price, 'price', (price) => price) ?? product?.price;
  const price = readMoney(given, mapping, context.currency);
  if ('problem' in price) return `a line: ${price.problem}`;
  const quantity = Number(value(at?.quantity, 'quantity', plain) ?? 1);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100_000)
    return 'the quantity of a line is not a whole number';
  const image = value(at?.image, 'image', readAddress) ?? { value: undefined };
  if ('problem' in image) row.notes.flag(image.problem);
  return {
    title,
    product: product?.id,
    options: text(at?.options, 'options'),
    image: ('value' in image ? image.value : undefined) ?? product?.image,
    quantity,
    price: price.value,
  };
}

function readSteps(value: unknown, zone: string | undefined): OrderStep[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const steps = value.flatMap((step: unknown): OrderStep[] => {
    const [status, state, at] = [pick(step, 'status'), pick(step, 'state'), readTime(pick(step, 'at'), zone)];
    if (!isOrderStatus(status) || (state !== 'done' && state !== 'now' && state !== 'todo')) return [];
    return [{ status, state, at }];
  });
  return steps.length > 0 ? steps.slice(0, 10) : undefined;
}

function readParcel({ value }: SourceRow, mapping: OrderMapping, locale: string | undefined): ShopOrder['parcel'] {
  const { fields = {} } = mapping;
  const text = (named: typeof fields.carrier, usual: string) => {
    const from = sourceOf(named, usual);
    return from === undefined ? undefined : textFrom(value, from, locale);
  };
  const carrier = text(fields.carrier, 'parcel.carrier');
  const number = plain(pick(value, fields.parcelNumber ?? 'parcel.number'));
  if (carrier === undefined || number === undefined) return undefined;
  const last = text(fields.parcelLast, 'parcel.last');
  return {
    carrier,
    number: number.slice(0, 64),
    last,
    at: readTime(pick(value, fields.parcelAt ?? 'parcel.at'), mapping.zone),
  };
}

function readShipTo({ value }: SourceRow, { fields = {} }: OrderMapping): Address | undefined {
  const at = (named: string | null | undefined, usual: string, most: number) => {
    const path = sourceOf(named, usual);
    return path === undefined ? undefined : plain(pick(value, path))?.slice(0, most);
  };
  const text = at(fields.addressText, 'address.text', 400);
  if (text === undefined) return undefined;
  return {
    name: at(fields.addressName, 'address.name', 80),
    phone: at(fields.addressPhone, 'address.phone', 40),
    text,
  };
}

/** Reads an order, or notes why the row is skipped. */
export function readOrder(row: SourceRow, mapping: OrderMapping, context: OrderContext): ShopOrder | undefined {
  const { value, notes } = row;
  const { fields = {} } = mapping;
  const id = plain(pick(value, fields.id ?? 'id'));
  if (id === undefined) return void notes.skip('there is no id');
  if (!fitsId(id)) return void notes.skip(`the id "${id.slice(0, 60)}" has spaces, quotes or more than 128 characters`);
  const subject = plain(pick(value, fields.subject ?? 'subject'));
  if (subject === undefined) return void notes.skip(`order "${id}" does not say whose it is`);
  const placedAt = readTime(pick(value, fields.placedAt ?? 'placedAt'), mapping.zone);
  if (placedAt === undefined) return void notes.skip(`order "${id}" has no time that can be read`);
  const named = plain(pick(value, fields.status ?? 'status')) ?? '';
  const status = mapping.statuses?.[named] ?? named;
  if (!isOrderStatus(status))
    return void notes.skip(`order "${id}" has the unknown status "${named}"; name it in "statuses"`);

  const linesAt = typeof fields.lines === 'object' ? fields.lines.from : (fields.lines ?? 'lines');
  const items = pick(value, linesAt);
  const lines = (Array.isArray(items) ? items : [])
    .filter(isObject)
    .map((item) => readLine(item, row, mapping, context));
  const problem = lines.find((line) => typeof line === 'string');
  if (problem !== undefined) return void notes.skip(`order "${id}": ${problem}`);
  const whole = lines.filter((line) => typeof line !== 'string');
  if (whole.length === 0) return void notes.skip(`order "${id}" has no lines`);
  if (whole.length > 60) notes.flag(`of ${whole.length} lines the first 60 were taken`);

  const totalAt = sourceOf(fields.total, 'total');
  const given = totalAt === undefined ? undefined : pick(value, totalAt);
  const summed = {
    amount: whole.reduce((all, { price, quantity }) => all + price.amount * quantity, 0),
    currency: whole[0]?.price.currency ?? context.currency,
  };
  const total = given == null ? { value: summed } : readMoney(given, mapping, context.currency);
  if ('problem' in total) return void notes.skip(`order "${id}": the total: ${total.problem}`);
  const numberAt = sourceOf(fields.number, 'number');
  const actionsAt = sourceOf(fields.actions, 'actions');
  const actions =
    actionsAt === undefined || (typeof actionsAt === 'string' && pick(value, actionsAt) === undefined)
      ? undefined
      : listFrom(value, actionsAt, undefined).filter((action): action is OrderAction =>
          ACTIONS.includes(String(action)),
        );
  return {
    subject,
    id,
    number: (numberAt === undefined ? undefined : plain(pick(value, numberAt))?.slice(0, 64)) ?? id.slice(0, 64),
    placedAt,
    status,
    lines: whole.slice(0, 60),
    total: total.value,
    steps: fields.steps === null ? undefined : readSteps(pick(value, fields.steps ?? 'steps'), mapping.zone),
    parcel: readParcel(row, mapping, context.locale),
    address: readShipTo(row, mapping),
    actions,
  };
}
