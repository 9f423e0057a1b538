import { randomUUID } from 'node:crypto';
import { isObject, isOrderCard } from '@xiaoer/core/protocol';
import { type SignedEndpoint, signedPost } from '../signed-post.ts';
import type { Shop, ShopTask, TaskAnswer } from './shop.ts';

/** Characters of an answer; a card with sixty lines has less. */
const MOST_CHARS = 100_000;

const isCode = (value: unknown): value is string => typeof value === 'string' && /^[a-z][a-z0-9-]{0,40}$/.test(value);

/** Reads what the merchant's system answered; undefined for what is no answer. */
function readAnswer(value: unknown): TaskAnswer | undefined {
  if (!isObject(value)) return undefined;
  const { error, values, order } = value;
  if (error !== undefined) return isCode(error) ? { error } : undefined;
  if ((values !== undefined && !isObject(values)) || (order !== undefined && !isOrderCard(order))) return undefined;
  return { ...(isObject(values) ? { values } : {}), ...(isOrderCard(order) ? { order } : {}) };
}

/** The whole text of an answer, as far as it may be long. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_CHARS) throw new Error('the answer is too long');
  }
  return text;
}

/**
 * Tasks that a system of the merchant carries out: each is a signed POST of `{ task, subject, conversation, args, locale }`
 * and is answered with `{ values, order }` or `{ error }`. Nobody but the owner of an order reaches it: one that is named
 * in the arguments is looked up for the shopper first. An answer that cannot be read has done nothing, as far as we say.
 */
export function createWebhookTasks(
  endpoint: SignedEndpoint,
  names: readonly string[],
  shop: Pick<Shop, 'order'>,
  now: () => number,
): Readonly<Record<string, ShopTask>> {
  const task =
    (name: string): ShopTask =>
    async ({ subject, conversation, args, key, locale }) => {
      const { order } = args;
      if (order !== undefined && subject === undefined) return { error: 'not-signed-in' };
      if (order !== undefined && !(await shop.order(subject ?? '', String(order), locale)))
        return { error: 'not-found' };
      const wish = { task: name, subject: subject ?? null, conversation, args, locale };
      const response = await signedPost(endpoint, wish, key ?? randomUUID(), now);
      const text = await textOf(response);
      if (!response.ok) throw new Error(`the task was answered with ${response.status}`);
      const answer = readAnswer(JSON.parse(text));
      if (!answer) throw new Error('the answer to the task cannot be read');
      return answer;
    };
  return Object.fromEntries(names.map((name) => [name, task(name)]));
}
