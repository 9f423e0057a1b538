/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** An integer from 0 up to, not including, `n`. */
  below(n: number): number;
  /** True in `p` of all calls. */
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(n: number): Uint8Array;
}

/** FNV-1a, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash >>> 0;
};

/** A stream of its own for every name, so that one more question to one stream does not change the others. */
export function randomOf(name: string): Random {
  let state = hashOf(name);
  // Mulberry32 (T. Ettinger): 32 bits of state, enough for scripts and delays.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (n: number) => Math.floor((next() / 2 ** 32) * n);
  return {
    below,
    chance: (p) => next() / 2 ** 32 < p,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    bytes(n) {
      const bytes = new Uint8Array(n);
      for (let k = 0; k < n; k++) bytes[k] = next();
      return bytes;
    },
  };
}
