import type { UploadFetch } from '@xiaoer/core/uploads';
import { type FileType, fileType, fitsKind } from '@xiaoer/core/uploads';
import type { Authenticate } from '@xiaoer/host';
import type { Life } from './life.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import { SHOP } from './server.ts';
import type { World } from './world.ts';

/** What became of a file's way, for whoever counts it. */
export type UploadPlace = 'upload resumed' | 'upload repeated' | 'upload refused';

/** Where files go: the rules of the real server, over a map. It outlives the processes. */
export interface UploadServer {
  /** `fetch` of one page. */
  fetch(life: Life, network: Network): UploadFetch;
  /** Binds a finished upload of the author to the message that names it. */
  attach(author: string, kind: string, upload: string): { readonly url: string; readonly bytes: number } | undefined;
  /** What a visitor uploaded is the account's. */
  claimed(visitor: string, account: string): void;
  /** What arrived, once all of it has. */
  content(upload: string): Uint8Array | undefined;
  /** From now on that part of all requests ends somewhere on its way. */
  lose(part: number): void;
  /** Nothing is taken now. */
  busy(on: boolean): void;
}

interface Row {
  principal: string;
  readonly id: string;
  readonly size: number;
  bytes: Uint8Array;
  type?: FileType;
  /** A message has named it. */
  sent?: true;
}

interface Reply {
  readonly status: number;
  readonly json?: object;
}

const offsetOf = ({ bytes }: Row): Reply => ({ status: 409, json: { code: 'offset', received: bytes.length } });
const stateOf = ({ size, bytes, type }: Row): Reply => ({
  status: 200,
  json: { size, received: bytes.length, ...(type && { type }) },
});

/** A server without files. */
export function createUploadServer(
  world: World,
  random: Random,
  authenticate: Authenticate,
  reach: (place: UploadPlace) => void,
): UploadServer {
  const rows: Row[] = [];
  /** Files whose last request was not answered. */
  const interrupted = new Set<string>();
  let lost = 0;
  let isBusy = false;
  const find = (principal: string, id: string) => rows.find((row) => row.principal === principal && row.id === id);

  const take = (principal: string, id: string, at: URLSearchParams, body: Uint8Array): Reply => {
    const [offset, size] = [Number(at.get('offset')), Number(at.get('size'))];
    const row = find(principal, id) ?? { principal, id, size, bytes: new Uint8Array() };
    if (row.size !== size) return { status: 409, json: { code: 'conflict' } };
    if (!rows.includes(row)) rows.push(row);
    if (offset !== row.bytes.length) return offsetOf(row);
    if (row.type) return stateOf(row);
    if (interrupted.delete(id)) reach(offset > 0 && offset < size ? 'upload resumed' : 'upload repeated');
    row.bytes = new Uint8Array([...row.bytes, ...body]);
    if (row.bytes.length < size) return stateOf(row);
    const type = fileType(row.bytes);
    if (!type) {
      rows.splice(rows.indexOf(row), 1);
      return { status: 415, json: { code: 'file-type' } };
    }
    row.type = type;
    return stateOf(row);
  };

  const serve = async (address: string, { method, headers, body }: Parameters<UploadFetch>[1]): Promise<Reply> => {
    const { pathname, searchParams } = new URL(address, 'https://inn.example');
    const id = pathname.slice('/upload/'.length);
    const [scheme, value] = (headers['Authorization'] ?? '').split(' ');
    const who = await authenticate({
      shop: SHOP,
      ...(scheme === 'Bearer' ? { token: value } : { secret: value }),
    } as never);
    if ('error' in who) {
      reach('upload refused');
      return { status: 401, json: { code: who.error } };
    }
    if (isBusy) return { status: 503, json: { code: 'busy' } };
    const principal = who.principal.id;
    const row = find(principal, id);
    if (method === 'PUT') return take(principal, id, searchParams, body ?? new Uint8Array());
    if (method === 'GET') return row ? stateOf(row) : { status: 404, json: { code: 'not-found' } };
    // What was sent stays, whoever asks.
    if (row && !row.sent) rows.splice(rows.indexOf(row), 1);
    return { status: 204 };
  };

  return {
    fetch: (life, network) => (address, init) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new TypeError('failed to fetch'));
        const way = (task: () => void) =>
          world.after(network.delay(), () =>
            life.input(() => {
              init.signal?.removeEventListener('abort', fail);
              task();
            }),
          );
        const answer = ({ status, json }: Reply) => {
          world.add(`${status} ${JSON.stringify(json)}`);
          way(() =>
            resolve({
              status,
              headers: { get: () => null },
              json: async () => {
                if (!json) throw new SyntaxError('no JSON');
                return json;
              },
            }),
          );
        };
        init.signal?.addEventListener('abort', fail);
        world.after(network.delay(), () => {
          world.add(`${init.method} ${address} ${init.body?.length ?? ''}`);
          const mode = network.mode();
          if (mode === 'silent' || mode === 'deaf') return;
          if (mode === 'refused') return way(fail);
          if (mode === 'captive') return answer({ status: 200 });
          if (mode === 'busy') return answer({ status: 429, json: { code: 'rate' } });
          const id = address.split(/[/?]/)[2] ?? '';
          const breaks = random.chance(lost);
          // Some of the bytes arrive, or all of them and only the answer does not.
          const body = breaks ? init.body?.subarray(0, random.below((init.body?.length ?? 0) + 1)) : init.body;
          void serve(address, { ...init, body: body as typeof init.body }).then((reply) => {
            if (!breaks) return answer(reply);
            if (init.method === 'PUT') interrupted.add(id);
            if (random.chance(0.7)) way(fail);
          });
        });
      }),
    attach(author, kind, upload) {
      const row = find(author, upload);
      if (!row?.type || !fitsKind(kind as 'file', row.type)) return undefined;
      row.sent = true;
      return { url: `/file/${upload}`, bytes: row.size, ...{ type: row.type } };
    },
    claimed(visitor, account) {
      for (const row of rows) if (row.principal === visitor) row.principal = account;
    },
    content: (upload) => rows.find(({ id, type }) => id === upload && type)?.bytes,
    lose(part) {
      lost = part;
    },
    busy(on) {
      isBusy = on;
    },
  };
}
