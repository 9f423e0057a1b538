/** One event of an event stream. */
export interface StreamEvent {
  /** `message` where the stream names none. */
  readonly event: string;
  /** The lines of `data`, joined by line feeds. */
  readonly data: string;
  /** The last id that the stream named. */
  readonly id: string;
}

/** What is used of a `TextDecoder`: it keeps half a character until its other half comes, and drops a BOM. */
export interface DecoderLike {
  decode(bytes: Uint8Array, options: { stream: boolean }): string;
}

/** Characters that an event may have before its blank line: more than any page of events that a server may send. */
const MOST_CHARS = 16 * 1024 * 1024;

/**
 * Reads an event stream piece by piece, cut anywhere. An event is told when its blank line has come and not before:
 * one that was cut between its `id` and that line never was. Comments and unknown fields are skipped. The answer
 * takes the next bytes, and is false when an event has no end.
 * Source: WHATWG HTML, section 9.2.6, "Interpreting an event stream".
 */
export function createEventStreamParser(
  decoder: DecoderLike,
  tell: (event: StreamEvent) => void,
): (bytes: Uint8Array) => boolean {
  let line = '';
  /** The last piece ended in CR: a LF at the head of the next one belongs to it. */
  let afterReturn = false;
  let event = '';
  let data: string[] = [];
  let chars = 0;
  let id = '';

  function field(name: string, value: string) {
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) id = value;
  }

  function take(text: string) {
    if (text === '') {
      if (data.length > 0) tell({ event: event || 'message', data: data.join('\n'), id });
      event = '';
      data = [];
      chars = 0;
      return;
    }
    chars += text.length;
    const colon = text.indexOf(':');
    if (colon < 0) field(text, '');
    else if (colon > 0) field(text.slice(0, colon), text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1));
  }

  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true });
    if (text === '') return true;
    if (afterReturn && text.startsWith('\n')) text = text.slice(1);
    afterReturn = text.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    const rest = lines.pop() ?? '';
    for (const each of lines) {
      const whole = line + each;
      line = '';
      take(whole);
    }
    line += rest;
    return chars + line.length <= MOST_CHARS;
  };
}
