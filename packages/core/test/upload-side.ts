import type { UploadFetch } from '../src/uploads/index.ts';

/** Whether two files are the same. */
export const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a?.length === b.length && a.every((byte, n) => byte === b[n]);

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

type Reply = { readonly status: number; readonly json?: unknown; readonly retryAfter?: string };

/** An HTTP side that keeps bytes as ours does, and can be told to answer otherwise. */
export function scripted() {
  const has = new Map<string, { size: number; bytes: Uint8Array }>();
  const said: string[] = [];
  /** What happens to the next requests, in order: an answer, nothing at all, or a loss after so many bytes. */
  const script: (Reply | 'lost' | 'silent' | { readonly cut: number })[] = [];

  const serve = (method: string, url: URL, body: Uint8Array, cut = Number.POSITIVE_INFINITY): Reply => {
    const id = url.pathname.slice('/upload/'.length);
    if (method === 'DELETE') {
      has.delete(id);
      return { status: 204 };
    }
    const row = has.get(id);
    if (method === 'GET') return row ? reply(row) : { status: 404, json: { code: 'not-found', message: '' } };
    const [offset, size] = [Number(url.searchParams.get('offset')), Number(url.searchParams.get('size'))];
    const present = row ?? { size, bytes: new Uint8Array() };
    has.set(id, present);
    if (offset !== present.bytes.length)
      return { status: 409, json: { code: 'offset', received: present.bytes.length } };
    present.bytes = joined(present.bytes, body.subarray(0, cut));
    return reply(present);
  };
  const reply = ({ size, bytes }: { size: number; bytes: Uint8Array }): Reply => ({
    status: 200,
    json: { size, received: bytes.length, ...(size === bytes.length ? { type: 'image/png' } : {}) },
  });

  const fetch: UploadFetch = async (address, { method, headers, body = new Uint8Array() }) => {
    const url = new URL(address);
    said.push(`${method} ${url.searchParams.get('offset') ?? ''}+${body.length} ${headers['Authorization']}`);
    const next = script.shift();
    if (next === 'lost') throw new TypeError('failed to fetch');
    if (next === 'silent') return new Promise<never>(() => undefined);
    if (next && 'cut' in next) {
      serve(method, url, body, next.cut);
      throw new TypeError('failed to fetch');
    }
    const { status, json, retryAfter } = next ?? serve(method, url, body);
    return {
      status,
      headers: { get: (name) => (name === 'Retry-After' ? (retryAfter ?? null) : null) },
      json: async () => {
        if (json === undefined) throw new SyntaxError('no JSON');
        return json;
      },
    };
  };
  return { fetch, said, script, has };
}
