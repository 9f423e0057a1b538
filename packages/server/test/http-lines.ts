import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, vi } from 'vitest';
import type { RunningServer } from '../src/server.ts';
import { ask, type Got } from './inn.ts';

export const SECRET = 's'.repeat(43);
export const CONVERSATION = 'c'.repeat(22);

/** A request that stays open, read as it comes. */
export interface Stream {
  readonly head: string;
  readonly id: string;
  /** Waits until the body holds a text, and gives the body. */
  until(text: string): Promise<string>;
  readonly ended: Promise<void>;
  readonly socket: Socket;
}

/** Opens an event stream by hand; rejects with the status where it is refused. */
export async function openStream(
  inn: RunningServer,
  headers: Record<string, string> = {},
  path = '/link/stream',
): Promise<Stream> {
  const socket = connect(inn.port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let text = '';
  socket.on('data', (piece) => {
    text += piece.toString();
  });
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const lines = Object.entries({ Host: `127.0.0.1:${inn.port}`, 'Content-Length': '0', ...headers });
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  const until = async (wanted: string) => {
    await vi.waitFor(() => expect(text).toContain(wanted), { timeout: 4_000, interval: 5 });
    return text;
  };
  const head = (await until('\r\n\r\n')).split('\r\n\r\n', 1)[0] ?? '';
  const [, status = ''] = head.split(' ', 2);
  if (status !== '200') throw new Error(status);
  const id = /"link":"([\w-]{43})"/.exec(await until('"link":"'))?.[1] ?? '';
  return { head, id, until, ended, socket };
}

export const post = (
  inn: RunningServer,
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Got> => ask(inn, path, { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } });

export const batch = (link: string, n: number, ...frames: readonly (object | string)[]): string =>
  [
    JSON.stringify({ link, n }),
    ...frames.map((frame) => (typeof frame === 'string' ? frame : JSON.stringify(frame))),
  ].join('\n');

export const send = (inn: RunningServer, body: string, headers: Record<string, string> = {}) =>
  post(inn, '/link/send', body, headers);

/** Opens a long poll by hand. */
export const openPoll = async (inn: RunningServer, headers: Record<string, string> = {}): Promise<string> =>
  JSON.parse((await post(inn, '/link/poll', '', headers)).text).link;

export const poll = (inn: RunningServer, link: string, after: number, headers: Record<string, string> = {}) =>
  post(inn, '/link/poll', JSON.stringify({ link, after }), headers);
