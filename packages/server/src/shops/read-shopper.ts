import { pick, plain, sourceOf } from './field-source.ts';
import type { ShopperMapping } from './mapping.ts';
import type { SourceRow } from './read-rows.ts';

/** What the shop knows of a shopper that answers may depend on. */
export interface KnownShopper {
  /** The `sub` of the token that the merchant signs. */
  readonly id: string;
  readonly level?: string | undefined;
  readonly region?: string | undefined;
}

const MOST = 60;

/** Reads a shopper, or notes why the row is skipped. */
export function readShopper({ value, notes }: SourceRow, { fields = {} }: ShopperMapping): KnownShopper | undefined {
  const id = plain(pick(value, fields.subject ?? 'subject'));
  if (id === undefined) return void notes.skip('it does not say who the shopper is');
  const text = (named: string | null | undefined, usual: string) => {
    const source = sourceOf(named, usual);
    return source === undefined ? undefined : plain(pick(value, source))?.slice(0, MOST);
  };
  return { id, level: text(fields.level, 'level'), region: text(fields.region, 'region') };
}
