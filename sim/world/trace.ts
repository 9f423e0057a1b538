/** What happened, as a number: two runs with the same number did the same. */
export interface Trace {
  /** A line, in pieces: joining them costs more than reading them. */
  add(moment: string, line: string, text: string): void;
  hash(): string;
  /** Everything that was added, where it is kept. */
  readonly lines: readonly string[];
}

/** Two 32-bit hashes side by side, as cyrb53 (bryc) does it. */
export function createTrace(keep: boolean): Trace {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const lines: string[] = [];
  const read = (piece: string): void => {
    let [x, y] = [a, b];
    for (let n = 0; n < piece.length; n++) {
      const code = piece.charCodeAt(n);
      x = Math.imul(x ^ code, 0x9e3779b1);
      y = Math.imul(y ^ code, 0x5f356495);
    }
    a = x;
    b = y;
  };
  return {
    lines,
    add(moment, line, text) {
      if (keep) lines.push(moment + line + text);
      read(moment);
      read(line);
      read(text);
    },
    hash: () => (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0'),
  };
}
