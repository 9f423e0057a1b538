import type { ServerResponse } from 'node:http';
import type { Exchange } from '../routes/route.ts';
import type { Guest } from './entry.ts';
import type { HttpLinks } from './http-links.ts';
import { FRAMES } from './link-answer.ts';

/** Milliseconds that a reader gets to take what was written before the end. */
const LAST_WORDS_MS = 5_000;

/** Writes one event. A frame is a JSON text, whose line breaks, if any, stand between its tokens. */
const write = (response: ServerResponse, head: string, data: string): void =>
  void response.write(
    `${head}\n${data
      .split(/\r\n|\r|\n/)
      .map((line) => `data: ${line}\n`)
      .join('')}\n`,
  );

/** `POST …/stream`: opens a link whose frames come in this answer, as long as it lasts. */
export function openEventStream(links: HttpLinks, { request, response }: Exchange, guest: Guest): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', ...FRAMES });
  const link = links.open(request, guest, (id) => {
    write(response, 'event: open', JSON.stringify({ link: id }));
    return {
      write: (n, frame) => write(response, `id: ${n}`, frame),
      close(code, reason) {
        write(response, 'event: close', JSON.stringify({ code, reason }));
        response.end();
        const late = setTimeout(() => response.destroy(), LAST_WORDS_MS);
        response.once('close', () => clearTimeout(late));
      },
      buffered: () => response.writableLength,
    };
  });
  if (response.destroyed) link.gone();
  else response.once('close', link.gone);
}
