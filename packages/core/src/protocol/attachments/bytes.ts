/** Whether the characters of `text`, one byte each, stand at `at`. */
export const has = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let n = 0; n < text.length; n++) if (bytes[at + n] !== text.charCodeAt(n)) return false;
  return true;
};

/** Where `text` first stands at or after `from`, or -1. */
export function find(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (has(bytes, at, text)) return at;
  return -1;
}

/** An unsigned number of `size` bytes; beyond the end stand zeros. */
export function unsigned(bytes: Uint8Array, at: number, size: number, order: 'big' | 'little'): number {
  let value = 0;
  for (let n = 0; n < size; n++) value = value * 256 + (bytes[order === 'big' ? at + n : at + size - 1 - n] ?? 0);
  return value;
}
