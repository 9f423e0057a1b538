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
 * A key for one act of one flow, unique in its conversation. It depends on what the state held before the turn only, so
 * that a turn that is run again acts once; and on when the flow was begun, so that a shopper who goes from A to B, back
 * to A and to B again is heard every time.
 */
export const idempotencyKey = (task: string, begun: number, values: readonly string[]): string =>
  `${task}:${begun}:${fnv(values.join('\n'))}`;
