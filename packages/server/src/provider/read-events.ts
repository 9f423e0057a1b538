/** Bytes of one event of a stream; a line that never ends is an error. */
const LONGEST = 262_144;

/**
 * The data of each event of an event stream (WHATWG HTML §9.2.6), however its bytes were cut: in the middle of a character, of a
 * line, or between the two halves of a line's end.
 * @throws Error when an event is longer than anybody would send.
 */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  let afterReturn = false;

  function* lines(text: string): Generator<string> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text[at];
      if (char !== '\n' && char !== '\r') continue;
      if (char === '\n' && afterReturn && at === from && rest === '') {
        // The second half of a line's end that was read already.
        from = at + 1;
        afterReturn = false;
        continue;
      }
      const line = rest + text.slice(from, at);
      rest = '';
      afterReturn = char === '\r';
      from = at + 1;
      yield line;
    }
    const left = text.slice(from);
    if (left !== '') afterReturn = false;
    rest += left;
    if (rest.length > LONGEST) throw new Error('an event is too long');
  }

  function* take(text: string): Generator<string> {
    for (const line of lines(text)) {
      if (line === '') {
        if (data.length > 0) yield data.join('\n');
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    }
  }

  for await (const chunk of body) yield* take(decoder.decode(chunk, { stream: true }));
}
