import type { Exchange } from '../routes/route.ts';

/** Ends a request about a link with a line of text. */
export function answerText(
  { response }: Exchange,
  status: number,
  text: string,
  more: Readonly<Record<string, string | number>> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    ...(status === 204
      ? {}
      : { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }),
    'Cache-Control': 'no-store',
    ...more,
  });
  response.end(status === 204 ? undefined : text);
}

/** Headers of an answer that carries frames: nobody on the way keeps, changes or gathers it. */
export const FRAMES = { 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' } as const;
