import { productCards, readAloud } from './read-aloud.mjs';
import { plainNumbers, says } from './says.mjs';

/** Whether a goal names an answer, not only a person. */
export const hasAnswer = ({ reached: { all = [], any = [], productIds = [] } }) =>
  all.length + any.length + productIds.length > 0;

const stands = (text, token) => says(text, token) || says(plainNumbers(text), plainNumbers(token));

/** Whether what a shopper has read so far is what the goal asked for. */
export function isReached({ reached }, lines) {
  const { all = [], any = [], productIds = [] } = reached;
  const text = lines.map(readAloud).join('\n');
  const shown = new Set(lines.flatMap(productCards).map(({ id }) => id));
  return (
    all.every((token) => stands(text, token)) &&
    (any.length === 0 || any.some((token) => stands(text, token))) &&
    (productIds.length === 0 || productIds.some((id) => shown.has(id)))
  );
}
