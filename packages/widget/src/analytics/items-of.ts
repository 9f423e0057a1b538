/** Most ids in one event: what analytics tools take as a value is short. */
const MOST = 10;

const idOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { product, order, coupon, id } = value as Readonly<Record<string, unknown>>;
  const found = [product, order, coupon, id].find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : undefined;
};

/** Ids of what a card is about, comma separated: of its items, or its own. A body that came over the wire is not trusted. */
export function itemsOf(body: object): string {
  const items = 'items' in body && Array.isArray(body.items) ? body.items : [body];
  return items
    .flatMap((item) => idOf(item) ?? [])
    .slice(0, MOST)
    .join(',');
}
