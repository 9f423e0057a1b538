import type { NormalText } from '../../text/normalise.ts';

const NAMED =
  /(?:订单号?|单号|编号|order(?: number| no\.?| id)?|number|#)\s*(?:是|为|is)?\s*[:：#]?\s*([a-z]{0,4}[-_]?\d[a-z0-9_-]{2,23})/i;

/** An order's number, when one is named: after the word for it, or by its shape. */
export function readOrderNumber(normal: NormalText): string | undefined {
  const named = NAMED.exec(normal.original)?.[1];
  return named ?? normal.masks.find((mask) => mask.kind === 'number')?.value;
}

/** Whether two spellings are the same order number. */
export const sameNumber = (a: string, b: string): boolean => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const one = plain(a);
  const two = plain(b);
  return one === two || (one.length >= 4 && two.endsWith(one));
};
