/** A place in the merchant's room: a page, and what is open in it. */
export interface MerchantPlace {
  readonly page: string;
  readonly item?: string | undefined;
}

const FORM = /^#shop(?:\/([\w-]+)(?:\/(.+))?)?$/;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The place that an address names; undefined for an address of something else. An empty page is the first one. */
export function placeIn(hash: string): MerchantPlace | undefined {
  const found = FORM.exec(hash);
  if (!found) return undefined;
  const [, page = '', item] = found;
  return { page, item: item === undefined ? undefined : decoded(item) };
}

/** The address of a place. */
export const hashOf = ({ page, item }: MerchantPlace): string =>
  `#shop/${page}${item === undefined ? '' : `/${encodeURIComponent(item)}`}`;
