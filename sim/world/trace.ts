/** What happened, as a number: two runs with the same number did the same. */
export interface Trace {
  /** A line, in pieces: joining them costs more than reading them. */
  add(...pieces: readonly (string | undefined)[]): void;
  hash(): string;
  /** Everything that was added, where it is kept. */
  readonly lines: readonly string[];
}

/** Two 32-bit hashes side by side, as cyrb53 (bryc) does it. */
export function createTrace(keep: boolean): Trace {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const lines: string[] = [];
  return {
    lines,
    add(...pieces) {
      if (keep) lines.push(pieces.join(''));
      for (const piece of pieces)
        for (let n = 0; n < (piece?.length ?? 0); n++) {
          const code = (piece as string).charCodeAt(n);
          a = Math.imul(a ^ code, 0x9e3779b1);
          b = Math.imul(b ^ code, 0x5f356495);
        }
    },
    hash: () => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0'),
  };
}
