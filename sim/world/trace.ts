/** What happened, as a number: two runs with the same number did the same. */
export interface Trace {
  add(line: string): void;
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
    add(line) {
      if (keep) lines.push(line);
      for (let n = 0; n < line.length; n++) {
        const code = line.charCodeAt(n);
        a = Math.imul(a ^ code, 0x9e3779b1);
        b = Math.imul(b ^ code, 0x5f356495);
      }
    },
    hash: () => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0'),
  };
}
