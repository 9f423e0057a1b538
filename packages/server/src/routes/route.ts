import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request with its address taken apart. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Answers some addresses. False: this address is somebody else's. */
export type Route = (exchange: Exchange) => boolean | Promise<boolean>;

/** Ends an answer with JSON. */
export function sendJson({ request, response }: Exchange, status: number, value: unknown): true {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
  return true;
}

/** Ends an answer with a line of text. */
export function sendText({ request, response }: Exchange, status: number, text: string): true {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
  return true;
}

/** Whether the request only reads; ends the answer with 405 if not. */
export function isReading(exchange: Exchange): boolean {
  const { method } = exchange.request;
  if (method === 'GET' || method === 'HEAD') return true;
  exchange.response.setHeader('Allow', 'GET, HEAD');
  sendText(exchange, 405, 'This place can only be read.');
  return false;
}
