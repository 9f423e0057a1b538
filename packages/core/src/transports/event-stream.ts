import { createEventStreamParser, type StreamEvent } from './event-stream-parser.ts';
import type { HttpParts } from './http.ts';
import { type HttpLink, openHttpLink } from './http-link.ts';
import { readObject } from './read-object.ts';
import type { Transport } from './transport.ts';

function hear({ event, data, id }: StreamEvent, link: HttpLink): void {
  if (!link.live()) return;
  const about = event === 'message' ? undefined : readObject(data);
  if (event === 'message') link.frame(Number(id), data);
  else if (event === 'open' && typeof about?.['link'] === 'string') link.opened(about['link']);
  else if (event === 'close') link.end(`closed ${Number(about?.['code'])}`);
}

/**
 * Frames come down in one event stream and go up in posts, one at a time and in batches. For networks whose proxies do
 * not let a WebSocket through. `base` is the address of the server's links, as `https://chat.shop.example/link`;
 * `parts` is `globalThis`.
 */
export function eventStreamTransport(base: string | (() => string), parts: HttpParts): Transport {
  async function read(link: HttpLink) {
    const response = await link.post('stream', '', 'text/event-stream');
    const reader = response?.body?.getReader();
    if (!reader) return;
    const parse = createEventStreamParser(new parts.TextDecoder(), (event) => hear(event, link));
    while (link.live()) {
      const piece = await link.reading(reader.read());
      if (!piece || piece.done || !piece.value) return;
      if (!parse(piece.value)) link.end('an event without an end');
    }
  }
  return { name: 'event-stream', open: (handlers) => openHttpLink(base, parts, handlers, read) };
}
