import type { TimelineItem } from '@xiaoer/core';
import { isObject } from '@xiaoer/core/protocol';

/** What Xiaoer leaves to whoever takes over. */
export interface Brief {
  /** What is known, a line each. */
  readonly known: readonly string[];
  /** Replies to begin with, or to change. */
  readonly replies: readonly string[];
  /** The shop has a person answer, with what Xiaoer would say. */
  readonly drafted: boolean;
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];

/** The newest summary that was left with a wish for a person, and whether an agent has answered since. */
export function briefOf(
  items: readonly TimelineItem[],
): { readonly brief: Brief; readonly answered: boolean } | undefined {
  let answered = false;
  for (let n = items.length - 1; n >= 0; n--) {
    const item = items[n];
    if (item?.from.role === 'agent' && item.content.kind === 'text') answered = true;
    if (item?.content.kind !== 'trace') continue;
    const brief = item.content.body.state?.['brief'];
    if (!isObject(brief)) continue;
    const { known, replies, drafted } = brief;
    return { brief: { known: texts(known), replies: texts(replies), drafted: drafted === true }, answered };
  }
  return undefined;
}
