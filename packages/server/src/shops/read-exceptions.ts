import type { PolicyException } from '@xiaoer/assistant';
import type { Mapping } from './mapping.ts';
import { readCondition } from './read-condition.ts';

/**
 * Promises in cases of their own, as the mapping has them.
 * @throws Error for a case that cannot be read: without it the promise would be made to everybody.
 */
export function readExceptions(shop: Mapping['shop'], file: string): readonly PolicyException[] {
  return (shop.exceptions ?? []).map(({ when, policies }, n) => {
    const read = readCondition({ when }, undefined, shop.timeZone ?? 'UTC');
    const problem = 'problem' in read ? read.problem : read.value ? undefined : 'it has no condition';
    if (problem !== undefined || !('value' in read) || !read.value)
      throw new Error(`${file} does not describe a shop:\n  shop.exceptions.${n}: ${problem}\nSee docs/knowledge.md.`);
    return { when: read.value, policies };
  });
}
