import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createConnection } from 'node:net';
import { dial, hello } from './inn.ts';

type Port = { readonly port: number };

/** A visitor's secret that is the same for the same name. */
export const secretOf = (name: string): string => createHash('sha256').update(name).digest('base64url');

/** The header of that visitor. */
export const visitor = (name: string): Record<string, string> => ({ Authorization: `Visitor ${secretOf(name)}` });

/** An upload's id that is the same for the same name. */
export const uploadId = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 22);

/** Asks with bytes. */
export async function call(
  { port }: Port,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Uint8Array,
): Promise<{
  readonly status: number;
  readonly json: Record<string, unknown>;
  readonly headers: Headers;
  readonly bytes: Buffer;
}> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    json: isJson ? (JSON.parse(String(bytes)) as Record<string, unknown>) : {},
  };
}

/** Appends bytes to an upload. */
export const put = (server: Port, who: string, id: string, bytes: Uint8Array, offset = 0, size = bytes.length) =>
  call(server, 'PUT', `/upload/${uploadId(id)}?offset=${offset}&size=${size}`, visitor(who), bytes);

/** Sends the head of a `PUT` and the first `cut` bytes of its body, then tears the connection. */
export function putAndCut(
  { port }: Port,
  who: string,
  id: string,
  bytes: Uint8Array,
  offset: number,
  cut: number,
): Promise<void> {
  const rest = bytes.subarray(offset);
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      const head = [
        `PUT /upload/${uploadId(id)}?offset=${offset}&size=${bytes.length} HTTP/1.1`,
        'Host: 127.0.0.1',
        `Authorization: Visitor ${secretOf(who)}`,
        `Content-Length: ${rest.length}`,
      ].join('\r\n');
      socket.write(`${head}\r\n\r\n`);
      socket.write(rest.subarray(0, cut), () => socket.end());
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
    socket.resume();
  });
}

/** What the server has of an upload, once the connection that was torn is over for it, too. */
export async function received(server: Port, who: string, id: string): Promise<number> {
  const { status, json } = await call(server, 'GET', `/upload/${uploadId(id)}`, visitor(who));
  return status === 404 ? 0 : Number(json['received']);
}

let count = 0;

/** Opens a shopper's line and sends an op of a kind; the answer is the event, or the refusal. */
export async function sendOp(server: Port, who: string, conversation: string, kind: string, body: object) {
  const line = await dial(server, '/ws');
  line.send(hello({ secret: secretOf(who) }));
  await line.next('welcome');
  const id = `op-${++count}`;
  line.send({ t: 'append', conversation, id, kind, body });
  const answer = await line.next(
    (frame) =>
      (frame.t === 'nack' && frame['id'] === id) ||
      (frame.t === 'events' && (frame['events'] as { id: string }[]).some((event) => event.id === id)),
  );
  line.end();
  if (answer.t === 'nack') return { code: answer['code'] as string, body: {} as Record<string, unknown> };
  const event = (answer['events'] as { id: string; body: Record<string, unknown> }[]).find((one) => one.id === id);
  return { code: undefined, body: event?.body ?? {} };
}
