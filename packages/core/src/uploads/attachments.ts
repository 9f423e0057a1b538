import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ClientOptions } from '../client-options.ts';
import { ChatError } from '../env/chat-error.ts';
import type { Channel } from '../env/env.ts';
import { warn } from '../env/warn.ts';
import type { Session } from '../session/session.ts';
import type { Attachments, AttachmentsOptions, AttachSide } from './attach-options.ts';
import { attachPart } from './fetch-part.ts';
import type { FileLinks } from './file-links.ts';
import type { SessionAttachments } from './session-attachments.ts';
import { takeFilesAlong } from './take-files-along.ts';
import { UPLOADS } from './upload-key.ts';
import { withUploads } from './with-uploads.ts';

/** Attachments that follow the present session: each identity has its own, and nothing of one acts in the next. */
function attachSide(
  options: AttachmentsOptions,
  session: ReadonlySignal<Session>,
  hidden: ReadonlySignal<boolean>,
  client?: ClientOptions,
): AttachSide {
  const channelOf = client?.env.channel;
  const part = signal<SessionAttachments | undefined>(undefined);
  let of: Session | undefined;
  let opening: Promise<SessionAttachments> | undefined;
  let links: FileLinks | undefined;
  /** Whether this tab could send when it last looked; undefined before the store was looked at. */
  let looked: boolean | undefined;
  /** To the other tabs of this identity: look again. It may be lost, and is looked at when the link comes (rule 10). */
  let channel: Channel | undefined;
  const hangUp = () => {
    channel?.close();
    channel = undefined;
  };

  const open = (): Promise<SessionAttachments> => {
    const at = session.peek();
    opening ??= attachPart().then(async ({ attachSession }) => {
      if (of !== at) throw new ChatError('signed-out');
      part.value = attachSession(at, options, () => channel?.postMessage('look'));
      return part.value;
    });
    opening.catch(() => {
      if (of === at) opening = undefined;
    });
    return opening;
  };
  /** A page that comes out of the back/forward cache does not know yet whose it is (rule 11). */
  const whenShown = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = effect(() => {
        if (hidden.value) return;
        resolve();
        void Promise.resolve().then(() => stop());
      });
    });
  /** Takes up what is stored, where something is. */
  const look = async (at: Session): Promise<void> => {
    if (!part.peek()) {
      const rows = await at.store.use((opened) => opened.list([UPLOADS]));
      if (!rows?.length || of !== at) return;
    }
    await (await open()).refresh();
  };
  const lookNow = (at: Session): void => {
    if (of === at) look(at).catch((error: unknown) => warn(at.env, 'attachments-not-read', error));
  };
  const listen = (at: Session): void => {
    if (channel || !channelOf) return;
    channel = channelOf(`xiaoer:1:files:${at.credentials.install}`);
    channel.addEventListener('message', () => lookNow(at));
  };
  const stop = effect(() => {
    const at = session.value;
    if (of !== at) {
      if (client) takeFilesAlong(client, at);
      of = at;
      part.peek()?.close();
      part.value = undefined;
      hangUp();
      opening = undefined;
      links = undefined;
      looked = undefined;
    }
    // Before that nothing can be sent, and a claim may bring files along.
    const ready = at.link.state.value.state === 'online' && !!at.principal.value;
    // A first op is what makes an identity stored.
    void at.outbox.entries.value;
    if (hidden.value) hangUp();
    if (hidden.value || !at.credentials.stored) return;
    listen(at);
    const fresh = looked === undefined || (ready && !looked);
    looked = ready;
    if (fresh) lookNow(at);
  });
  return {
    async attach(content, how, room) {
      await whenShown();
      return (await open()).attach(content, how, room);
    },
    async resend(id) {
      await (part.peek() ?? session.peek()).resend(id);
    },
    async discard(id) {
      if (!(await part.peek()?.cancel(id))) await session.peek().discard(id);
    },
    async retract(id) {
      if (!(await part.peek()?.cancel(id))) await session.peek().retract(id);
    },
    async fileLink(url) {
      const at = session.peek();
      const { readerLinks } = await attachPart();
      if (of !== at) throw new ChatError('signed-out');
      links ??= readerLinks(at, options);
      return links.link(url);
    },
    shown: (rows, conversation) =>
      computed(() => {
        const uploads = hidden.value ? undefined : part.value?.shown.value;
        return uploads ? withUploads(rows.value, uploads, conversation) : rows.value;
      }),
    close() {
      stop();
      hangUp();
      part.peek()?.close();
      of = undefined;
    },
  };
}

/**
 * Lets clients attach pictures, recordings and files: `createClient({ …, attachments: attachments({ … }) })`, and the same
 * for `createDeskClient`. What does the work is fetched when something is attached, or was left by an earlier page.
 */
export const attachments = (options: AttachmentsOptions): Attachments => ({
  shopper(client, session, hidden, of) {
    const side = attachSide(options, session, hidden, of);
    const { attach, resend, discard, retract, fileLink, shown, close } = side;
    return {
      ...client,
      messages: shown(client.messages),
      outbox: shown(client.outbox),
      attach,
      resend,
      discard,
      retract,
      fileLink,
      destroy() {
        close();
        client.destroy();
      },
    };
  },
  agent: (session) => attachSide(options, signal(session), signal(false)),
});
