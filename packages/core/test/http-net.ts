import type { HttpParts, ResponseLike } from '@xiaoer/core/transports';

/** A request that waits for its answer. */
export interface Asked {
  readonly address: string;
  readonly body: string;
  readonly aborted: boolean;
  /** Answers with a status, headers and text; an answer of an event stream goes on with {@link piece}. */
  answer(status: number, headers?: Readonly<Record<string, string>>, text?: string, more?: Partial<ResponseLike>): void;
  fail(): void;
  /** The next bytes of the body. */
  piece(text: string): void;
  /** The body ends, in good order or by a cut. */
  end(how?: 'cut'): void;
}

/** A network on which nothing is answered but by the test. */
export function httpNet() {
  const asked: Asked[] = [];
  const parts: HttpParts = {
    AbortController,
    TextDecoder,
    Date,
    fetch(address, { body, signal }) {
      let resolve: (response: ResponseLike) => void = () => {};
      let reject: (error: Error) => void = () => {};
      const response = new Promise<ResponseLike>((done, failed) => {
        resolve = done;
        reject = failed;
      });
      let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
      const readable = new ReadableStream<Uint8Array>({
        start(controller) {
          stream = controller;
        },
      });
      const abort = new Error('aborted');
      signal.addEventListener('abort', () => {
        reject(abort);
        try {
          stream?.error(abort);
        } catch {
          // It had ended before.
        }
      });
      asked.push({
        address,
        body,
        get aborted() {
          return signal.aborted;
        },
        answer: (status, headers = {}, text = '', more = {}) =>
          resolve({
            status,
            type: 'basic',
            redirected: false,
            headers: new Headers(headers),
            body: readable,
            text: async () => text,
            ...more,
          }),
        fail: () => reject(new TypeError('fetch failed')),
        piece: (text) => stream?.enqueue(new TextEncoder().encode(text)),
        end: (how) => (how === 'cut' ? stream?.error(new TypeError('terminated')) : stream?.close()),
      });
      return response;
    },
  };
  return { parts, asked };
}

/** Lets everything that was started settle. */
export const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};
