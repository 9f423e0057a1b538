import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as the fake has got it. */
export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  readonly stage: 'rank' | 'answer' | 'rewrite' | 'embed';
  /** What is in the marked block. */
  readonly data: {
    readonly message: string;
    readonly candidates?: readonly { readonly n: number; readonly text: string }[];
    readonly facts?: readonly { readonly n: number; readonly about: string; readonly says: string }[];
  };
  /** All that was sent, as text. */
  readonly text: string;
}

/** How the fake answers: by what it says, or by what it does to the response. */
export type Reply = string | ((response: ServerResponse) => void);

const STAGES = [
  ['rank', /"candidates"/],
  ['answer', /"facts"/],
  ['rewrite', /"before"/],
] as const;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** The lines of a streamed completion, a piece each, as servers of this API send them. */
export const streamOf = (pieces: readonly string[], end = true): string =>
  [
    ': connected\n\n',
    ...pieces.map((content) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`),
    ...(end
      ? [`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`]
      : []),
  ].join('');

/** A chat-completions API on a port of its own, which says what the test tells it to. Ends with the test. */
export async function openModel(reply: (request: ModelRequest) => Reply) {
  const asked: ModelRequest[] = [];
  const server = createServer(async (request, response) => {
    const text = await readBody(request);
    const body = JSON.parse(text) as ModelRequest['body'];
    const messages = (body['messages'] ?? []) as readonly { role: string; content: string }[];
    const system = messages.find(({ role }) => role === 'system')?.content ?? '';
    const user = messages.find(({ role }) => role === 'user')?.content ?? '';
    const block = /BEGIN DATA\n(.*)\nEND DATA/s.exec(user)?.[1] ?? '{}';
    const one: ModelRequest = {
      path: request.url ?? '',
      headers: request.headers,
      body,
      stage: STAGES.find(([, words]) => words.test(system))?.[0] ?? 'embed',
      data: JSON.parse(block) as ModelRequest['data'],
      text,
    };
    asked.push(one);
    const said = reply(one);
    if (typeof said === 'function') return said(response);
    if (body['stream'] === true) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      return response.end(streamOf([...said].map(String)));
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ choices: [{ message: { role: 'assistant', content: said } }], usage: { total_tokens: 100 } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

/** Number of the fact that says this, among those that were sent. */
export const factWith = ({ data }: ModelRequest, words: string): number =>
  data.facts?.find(({ about, says }) => `${about} ${says}`.includes(words))?.n ?? 0;

/** The head of a streamed answer. */
export const stream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });
