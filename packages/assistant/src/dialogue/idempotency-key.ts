const hash = (text: string, offset: number): string => {
  let h = offset >>> 0;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, '0');
};

/** FNV-1a, twice 32 bits with different offsets, over a text with its spaces and widths unified. */
export function fnv(value: string): string {
  const text = value.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

/**
 * A key for a write that is the same whenever the same thing is wanted. It must not depend on conversation or time, or
 * a repeat after a lost answer would act twice.
 */
export const idempotencyKey = (task: string, values: readonly string[]): string => `${task}:${fnv(values.join('\n'))}`;
