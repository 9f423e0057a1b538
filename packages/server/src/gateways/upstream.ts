import type { Participant } from '@xiaoer/core/protocol';
import { BATCH } from '@xiaoer/core/protocol';
import type { Exchange } from '../routes/route.ts';
import type { HttpLink, HttpLinks } from './http-links.ts';
import { answerText } from './link-answer.ts';
import { readBody } from './read-body.ts';

/** Bytes of the first line of a body, and of the line breaks. */
const HEAD_BYTES = 1_024;

const BAD_TEXT = 1007;
const TOO_BIG = 1009;

/** What a status says to a batch whose frames ended the link. */
const STATUS_OF: Readonly<Record<number, number>> = { 1000: 204, 1008: 403, [TOO_BIG]: 413, 4000: 408 };

/** The first line of a body: which link, and a number. */
export function readHead(line: string, number: 'n' | 'after'): { link: string; number: number } | undefined {
  try {
    const head: unknown = JSON.parse(line);
    const { link, [number]: value } = Object(head) as Record<string, unknown>;
    const fits = typeof link === 'string' && Number.isSafeInteger(value) && Number(value) >= 0;
    return fits ? { link, number: Number(value) } : undefined;
  } catch {
    return undefined;
  }
}

/** The link that a request names, if it is the asker's; another's is as unknown as one that never was. */
export function ownLink(links: HttpLinks, exchange: Exchange, id: string, agent: string | undefined) {
  const link = links.find(id);
  return link?.belongsTo(exchange.request, agent) ? link : undefined;
}

/** One answer to a link that is not there, so that nobody learns whether it ever was. */
export const noLink = (exchange: Exchange): void =>
  answerText(exchange, 404, 'There is no such link here; it may have ended. Open another.');

function takeBatch(exchange: Exchange, link: HttpLink, n: number, frames: readonly string[]): void {
  const taken = link.take(n, frames);
  if (taken === 'out of order') answerText(exchange, 409, 'A batch is missing, so the link has ended. Open another.');
  else if (typeof taken === 'string') answerText(exchange, 204, '');
  else answerText(exchange, STATUS_OF[taken.closed] ?? 503, 'The link has ended with this batch.');
}

/** `POST …/send`: the first line names the link and the number of the batch, each other line is a frame. */
export async function receiveBatch(
  links: HttpLinks,
  exchange: Exchange,
  agent: Participant | undefined,
): Promise<void> {
  const body = await readBody(exchange.request, BATCH.bytes + HEAD_BYTES);
  const lines = ('text' in body ? body.text : body.start).split('\n');
  const head = readHead(lines[0] ?? '', 'n');
  const link = head && ownLink(links, exchange, head.link, agent?.id);
  const frames = lines.slice(1).filter((line) => line !== '');
  if ('problem' in body) {
    // Whoever is cut off may send the same batch again.
    if (body.problem === 'cut') return;
    if (body.problem === 'too slow')
      return answerText(exchange, 408, 'The batch came too slowly.', { Connection: 'close' });
    const tooLarge = body.problem === 'too large';
    link?.end(tooLarge ? TOO_BIG : BAD_TEXT, `the batch is ${body.problem}`);
    const text = tooLarge ? `A batch has at most ${BATCH.bytes} bytes of frames.` : 'Frames are UTF-8.';
    return answerText(exchange, tooLarge ? 413 : 400, text, { Connection: 'close' });
  }
  if (!head) return answerText(exchange, 400, 'The first line is {"link":"…","n":1}, each other line a frame.');
  if (!link) return noLink(exchange);
  if (frames.length > BATCH.frames) {
    link.end(TOO_BIG, 'the batch has too many frames');
    return answerText(exchange, 413, `A batch has at most ${BATCH.frames} frames.`);
  }
  takeBatch(exchange, link, head.number, frames);
}
