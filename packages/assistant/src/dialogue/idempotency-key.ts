/**
 * A key for a write that is the same whenever the same thing is wanted: FNV-1a, 2 × 32 bits with different offsets,
 * over the values. It must not depend on conversation or time, or a repeat after a lost answer would act twice.
 */
export function idempotencyKey(task: string, values: readonly string[]): string {
  const text = values.map((value) => value.normalize('NFKC').replace(/\s+/g, ' ').trim()).join('\n');
  const hash = (offset: number) => {
    let h = offset >>> 0;
    for (let i = 0; i < text.length; i++) {
      h ^= text.charCodeAt(i);
      h = Math.imul(h, 0x01000193);
    }
    return (h >>> 0).toString(16).padStart(8, '0');
  };
  return `${task}:${hash(0x811c9dc5)}${hash(0x9747b28c)}`;
}
