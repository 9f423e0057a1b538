/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A JSON text with the place of each of its values and keys, by JSON Pointer; keys under the pointer with a `#` before it. */
export interface PlacedJson {
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Place>;
}

/** What is wrong with a text that is no JSON. */
export class JsonError extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(message);
    this.name = 'JsonError';
    this.place = place;
  }
}

const DEEPEST = 64;
const LITERALS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** A key as it stands in a JSON Pointer. */
export const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Reads JSON (RFC 8259) and notes where everything stands. A key that comes twice is an error: one of them would be lost. */
export function parseJson(text: string): PlacedJson {
  const places = new Map<string, Place>();
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  function placeOf(index: number): Place {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) + 1 };
  }
  const fail = (message: string, index = at): never => {
    throw new JsonError(message, placeOf(index));
  };
  const skip = () => {
    while (/[ \t\n\r]/.test(text[at] ?? '')) at++;
  };
  const found = () => (at < text.length ? `“${text[at]}”` : 'the end of the file');

  function readString(): string {
    const from = at;
    const shape = /"(?:[^"\\]|\\.)*"/sy;
    shape.lastIndex = at;
    const raw = shape.exec(text)?.[0] ?? '';
    try {
      const value: unknown = JSON.parse(raw);
      at += raw.length;
      return String(value);
    } catch {
      return fail('a text is not closed, or has a line break or a wrong escape in it', from);
    }
  }

  function readObject(pointer: string, depth: number): unknown {
    const value: Record<string, unknown> = {};
    const keys = new Set<string>();
    at++;
    skip();
    if (text[at] === '}') {
      at++;
      return value;
    }
    for (;;) {
      skip();
      if (text[at] !== '"') fail(`a key in double quotes belongs here, not ${found()}`);
      const from = at;
      const key = readString();
      if (keys.has(key)) fail(`the key “${key}” is there twice`, from);
      keys.add(key);
      const inner = `${pointer}/${pointerPart(key)}`;
      places.set(`#${inner}`, placeOf(from));
      skip();
      if (text[at] !== ':') fail(`a colon belongs here, not ${found()}`);
      at++;
      Object.defineProperty(value, key, {
        value: read(inner, depth + 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      skip();
      const mark = text[at];
      if (mark !== ',' && mark !== '}') fail(`a comma or } belongs here, not ${found()}`);
      at++;
      if (mark === '}') return value;
    }
  }

  function readArray(pointer: string, depth: number): unknown {
    const value: unknown[] = [];
    at++;
    skip();
    if (text[at] === ']') {
      at++;
      return value;
    }
    for (;;) {
      value.push(read(`${pointer}/${value.length}`, depth + 1));
      skip();
      const mark = text[at];
      if (mark !== ',' && mark !== ']') fail(`a comma or ] belongs here, not ${found()}`);
      at++;
      if (mark === ']') return value;
    }
  }

  function read(pointer: string, depth: number): unknown {
    if (depth > DEEPEST) fail(`it is nested more than ${DEEPEST} deep`);
    skip();
    places.set(pointer, placeOf(at));
    const first = text[at];
    if (first === '{') return readObject(pointer, depth);
    if (first === '[') return readArray(pointer, depth);
    if (first === '"') return readString();
    const literal = LITERALS.find(([word]) => text.startsWith(word, at));
    if (literal) {
      at += literal[0].length;
      return literal[1];
    }
    const shape = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    shape.lastIndex = at;
    const number = shape.exec(text)?.[0];
    if (number === undefined) return fail(`a value belongs here, not ${found()}`);
    at += number.length;
    return Number(number);
  }

  const value = read('', 0);
  skip();
  if (at < text.length) fail(`nothing may follow the value, but there is ${found()}`);
  return { value, places };
}
