import { type ClientOptions, type Store, StoreError } from '@xiaoer/core';
import { ChatError } from '../src/index.ts';
import type { Append } from '../src/protocol/index.ts';
import { type AttachingClient, type AttachmentsOptions, attachments } from '../src/uploads/index.ts';
import { png } from './attachment-files.ts';
import { disk, talk } from './talk.ts';
import type { scripted } from './upload-side.ts';

export const PICTURE = png('x'.repeat(600_000));
export const SIZE = { kind: 'image', width: 3, height: 2, name: 'cup.png' } as const;

/** A page of a shopper whose files go to `side`. */
export function page(
  side: ReturnType<typeof scripted>,
  place = disk(),
  options: Partial<ClientOptions> = {},
  how: Partial<AttachmentsOptions> = {},
) {
  const { fetch } = side;
  const at = talk({
    openStore: place.open,
    ...options,
    attachments: attachments({ fetch, address: 'https://chat.example', painter: null, ...how }),
  });
  const client = at.client as AttachingClient;
  const rows = () =>
    client.messages.value.map(({ content, status, progress, error, unsaved, seq }) =>
      [
        seq ?? '-',
        content.kind === 'text' ? content.body.text : content.kind,
        status,
        progress !== undefined && `${Math.round(progress * 100)} %`,
        error,
        unsaved && 'unsaved',
      ]
        .filter((part) => part !== undefined && part !== false)
        .join(' '),
    );
  /** Attaches and lets it settle. */
  const attach = async (...what: Parameters<AttachingClient['attach']>) => {
    const done = client.attach(...what);
    done.catch(() => {});
    await at.env.settle();
    return done;
  };
  const heard: Append[] = [];
  /** Every op that the server was sent, in order. */
  const ops = () => {
    heard.push(...at.server.ops());
    return heard;
  };
  return { ...at, client, rows, attach, ops, place };
}

export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ChatError ? error.code : String(error)),
  );

export const rowsOf = async (place: ReturnType<typeof disk>, name = 'inn:visitor') =>
  ((await place.stores.get(name)?.list([])) ?? []).map(({ key }) => key[0]);

/** A disk whose transactions are watched: `at` may let one through, lose it, or lose its answer. */
export function frail(
  place: ReturnType<typeof disk>,
  at: (keys: readonly string[]) => 'fine' | 'before' | 'after' | 'quota',
) {
  const open = async (name: string): Promise<Store> => {
    const store = await place.open(name);
    return {
      ...store,
      async transact(keys, decide) {
        let fate = 'fine';
        const done = await store.transact(keys, (values) => {
          const writes = decide(values);
          fate = at((writes ?? []).map((write) => String(('put' in write && write.put[0]) || '')));
          if (fate === 'quota') throw new StoreError('quota');
          return fate === 'before' ? null : writes;
        });
        return fate === 'fine' ? done : new Promise<never>(() => {});
      },
    };
  };
  return { ...place, open };
}
