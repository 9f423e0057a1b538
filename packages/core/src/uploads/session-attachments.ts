import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Room } from '../conversation/room.ts';
import { createAlarm } from '../env/alarm.ts';
import { ChatError } from '../env/chat-error.ts';
import { warn } from '../env/warn.ts';
import { makeSecret } from '../identity/visitor-secret.ts';
import { newId, type UploadId } from '../protocol/index.ts';
import type { Session } from '../session/session.ts';
import { memoryStore } from '../stores/memory-store.ts';
import type { Attachable, AttachmentsOptions, AttachOptions } from './attach-options.ts';
import { createUploads } from './create-uploads.ts';
import { isMessageStored } from './is-message-stored.ts';
import { readAttachment } from './read-attachment.ts';
import { sessionServer } from './session-server.ts';
import { ForeignStoreError, sessionStore } from './session-store.ts';
import { uploadKey } from './upload-key.ts';
import { isWaiting, type UploadRow } from './upload-rows.ts';
import { type Shown, uploadItem } from './with-uploads.ts';

/** How an upload is shown whose message another tab has posted. */
const ARRIVED = { kind: 'sending', progress: 1 } as const;

/** After this time a tab asks the store what became of a file that another one took up, in milliseconds. */
const READ_MS = 5_000;

/** The attachments of one session: each becomes an op of the same id when the server has its file. */
export interface SessionAttachments {
  /** What the timeline shows of them, in the order in which they were attached. */
  readonly shown: ReadonlySignal<ReadonlyMap<UploadId, Shown>>;
  attach(content: Attachable, options: AttachOptions, room: Room | undefined): Promise<string>;
  /** Takes up what the store holds, and drops what another tab has cancelled. */
  refresh(): Promise<void>;
  resend(id: string): Promise<void>;
  /** Ends one that is no message yet; false when there is none of that id. */
  cancel(id: string): Promise<boolean>;
  close(): void;
}

/**
 * Begins with nothing; {@link SessionAttachments.refresh} reads what is stored. `tell`: something was stored that other
 * tabs may want to see.
 */
export function attachSession(session: Session, options: AttachmentsOptions, tell: () => void): SessionAttachments {
  const { env, credentials, identity, outbox, shelf, link, queue, me } = session;
  const store = sessionStore(session);
  const visitor = identity.kind === 'visitor';
  /** Rooms of an agent, who names one each time. */
  const rooms = new Map<UploadId, Room>();
  /** Those that were on their way when they were last seen here: their message is awaited. */
  const awaited = new Set<UploadId>();
  const alarm = createAlarm(env);
  const doubt = createAlarm(env);
  /** Those that were seen in the outbox. */
  const posted = new Set<UploadId>();
  /** Whether the last `welcome` of this tab's own link was taken in: before that it knows not how far the log goes. */
  let greeted = false;
  let greeting = {};
  const unhear = effect(() => {
    const mine = {};
    greeting = mine;
    greeted = false;
    // The frame is queued right after the link says that it is online.
    if (link.state.value.state === 'online')
      void Promise.resolve().then(() =>
        queue(() => {
          greeted ||= greeting === mine;
        }),
      );
  });

  const post = async (row: UploadRow) => {
    const { id, op } = row;
    const saved = !uploads.isUnsaved(id);
    // Another tab has cancelled it, or sends its message. Should both come this far at once, one id is one message.
    const waits = async () => {
      try {
        return await isWaiting(store, id);
      } catch (error) {
        // Thrown away with the store: nobody can say any more what became of it.
        if (error instanceof ForeignStoreError) return true;
        throw error;
      }
    };
    if (saved && !(await waits())) throw new ChatError('not-found');
    const { kind = 'file', body = {} } = op ?? {};
    // The row and the op change together: whatever is killed in between finds one or the other.
    const also = () => {
      // Another tab was faster, and its message was read here meanwhile (rule 2).
      if (isInLog(id)) throw new ChatError('not-found');
      return saved ? [{ put: uploadKey(id), value: { ...row, failed: undefined, done: true } }] : [];
    };
    await session.send(kind as 'file', { ...body, upload: id }, { id, also }, rooms.get(id));
    tell();
  };
  const uploads = createUploads({
    env,
    store,
    spare: memoryStore(),
    server: sessionServer(session, options, (id) => rooms.get(id)?.log.id),
    // The tab that has the link sends for all of them (rule 10). Who we are must be known first: a claim may be refused.
    open: computed(() => {
      if (!session.principal.value) return 'none';
      if (link.state.value.state === 'online') return 'all';
      return session.connection.value.state === 'online' ? 'unsaved' : 'none';
    }),
    isCaughtUp: () =>
      (session.followed.value ? isRead() : greeted) &&
      [...shelf.rooms.values()].every(({ log }) => log.seq >= log.head),
    post,
    failed(id) {
      tell();
      const item = shown.peek().get(id)?.item;
      if (item) session.emit('message:failed', item);
    },
  });

  const shown = computed(() => {
    const next = new Map<UploadId, Shown>();
    const waiting = new Set(outbox.entries.value.map(({ id }) => id));
    for (const [id, is] of uploads.states.value) {
      const row = uploads.row(id);
      if (!row?.op) continue;
      // Another tab saw it through; until its message is read here the file stands for it.
      const state = is.kind === 'done' && awaited.has(id) && !waiting.has(id) ? ARRIVED : is;
      const local = { type: row.type, size: row.size, bytes: () => uploads.bytes(id) };
      const item = uploadItem({ ...row, op: row.op }, state, uploads.isUnsaved(id), me());
      next.set(id, { local, item: item && { ...item, local }, conversation: rooms.get(id)?.log.id });
    }
    return next;
  });

  /** Opens the store first; refused when the identity has ended by then. */
  const started = <T>(task: () => Promise<T>): Promise<T> =>
    queue(async () => {
      await session.start();
      if (env.ended()) throw new ChatError('signed-out');
      return task();
    });
  const refresh = (): Promise<void> => started(() => uploads.resume());

  const forget = (id: UploadId): void => {
    posted.delete(id);
    awaited.delete(id);
    rooms.delete(id);
    uploads.forget(id).catch((error: unknown) => warn(env, 'upload-not-forgotten', error));
  };
  const remind = (): void => {
    if (![...uploads.states.peek().values()].some(({ kind }) => kind === 'waiting')) return;
    tell();
    alarm.set(remind, READ_MS);
    // Nor this tab what became of it; it asks again.
    refresh().catch(() => {});
  };
  const isInLog = (id: UploadId): boolean =>
    [...shelf.rooms.values()].some(({ view }) => view.value.rows.some((row) => row.id === id && row.mine));
  /** Whether this tab learns what the others did: without any link it would wait for a message that it cannot read. */
  const isRead = (): boolean => session.connection.value.state === 'online';
  /** Done elsewhere, and no message of it has come here. */
  const isDoubted = (id: UploadId): boolean => awaited.has(id) && !!uploads.row(id)?.done && !outbox.get(id);
  const isStored = (id: UploadId) => isMessageStored(store, id, (conversation) => shelf.rooms.has(conversation));
  /** What has no message in the store either was cancelled there. Where the store does not say, it is asked again. */
  const settleDoubts = async (): Promise<void> => {
    for (const id of [...awaited].filter(isDoubted)) {
      // A conversation may have begun that was not there to be looked at.
      const stands = !isInLog(id) && (!isRead() || (await isStored(id).catch(() => true)));
      if (!stands && isDoubted(id)) forget(id);
    }
    if ([...awaited].some(isDoubted) && !env.ended()) doubt.set(settleDoubts, READ_MS);
  };
  // Rule 2: the file stays until the message is seen in the log, or was given up.
  const stop = effect(() => {
    const waiting = new Set(outbox.entries.value.map(({ id }) => id));
    const over: UploadId[] = [];
    for (const [id, { kind }] of uploads.states.value) {
      if (waiting.has(id)) posted.add(id);
      else if (posted.has(id) || isInLog(id) || (kind === 'done' && !awaited.has(id))) over.push(id);
      else if (kind !== 'done') awaited.add(id);
      else if (!doubt.waits()) doubt.set(settleDoubts, READ_MS);
    }
    // Whoever has the link may not have heard that there is a file.
    const waits = [...uploads.states.value.values()].some(({ kind }) => kind === 'waiting');
    if (waits && !alarm.waits()) alarm.set(remind, READ_MS);
    // Forgetting changes what was just read.
    if (over.length) void Promise.resolve().then(() => over.forEach(forget));
  });

  return {
    shown,
    async attach(content, how, room) {
      const { bytes, kind, body } = await readAttachment(content, how, options);
      return started(async () => {
        const id = newId(env.random);
        const { secret: known, stored } = credentials;
        if (room) rooms.set(id, room);
        if (visitor) makeSecret(credentials, env.random);
        try {
          await uploads.start(bytes, id, { kind, body, at: env.now() });
        } catch (error) {
          rooms.delete(id);
          throw error;
        }
        if (uploads.isUnsaved(id)) credentials.secret ??= credentials.made;
        credentials.spoke = true;
        // The server learns by whom it is before the message comes.
        if (known !== credentials.secret) link.hello();
        tell();
        // Other tabs learn who this profile is when the outbox is touched.
        if (!stored) outbox.load([]);
        return id;
      });
    },
    refresh,
    async resend(id) {
      const state = uploads.states.peek().get(id);
      // The server has the message no more than its file: both are brought again.
      const lost = state?.kind === 'done' && outbox.get(id)?.error === 'not-found';
      if (state?.kind !== 'failed' && !lost) return session.resend(id);
      await uploads.retry(id);
      tell();
    },
    async cancel(id) {
      const state = uploads.states.peek().get(id);
      if (!state || state.kind === 'done') return false;
      await uploads.cancel(id);
      tell();
      // It became a message in the same moment, or had been one that the server refused.
      if (outbox.get(id)) await session.retract(id);
      return true;
    },
    close() {
      stop();
      unhear();
      alarm.stop();
      doubt.stop();
      uploads.close();
    },
  };
}
