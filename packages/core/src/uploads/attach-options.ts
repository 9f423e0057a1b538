import type { ReadonlySignal } from '@preact/signals-core';
import type { Client } from '../client.ts';
import type { ClientOptions } from '../client-options.ts';
import type { Room } from '../conversation/room.ts';

import type { Session } from '../session/session.ts';
import type { TimelineItem } from '../view/timeline.ts';
import type { SoundContext } from './decode-peaks.ts';
import type { Bitmap, Painter } from './redraw-image.ts';
import type { UploadFetch } from './upload-server.ts';

/** What is attached: what an `<input type="file">`, a paste, a drop or a recorder gives, or plain bytes. */
export type Attachable = Blob | Uint8Array;

/** What the message says besides its file. `name` is that of a `File` where it is left out. */
export type AttachOptions =
  /** `width` and `height`, in pixels, are those of the redrawn picture; they are needed where there is no painter. */
  | {
      readonly kind: 'image';
      readonly name?: string | undefined;
      readonly alt?: string | undefined;
      readonly width?: number | undefined;
      readonly height?: number | undefined;
    }
  /** `ms`: length in milliseconds, and `bars`: loudness 0 … 1; decoded from the sound where they are left out. */
  | {
      readonly kind: 'voice';
      readonly name?: string | undefined;
      readonly ms?: number | undefined;
      readonly bars?: readonly number[] | undefined;
      readonly transcript?: string | undefined;
    }
  | { readonly kind: 'file'; readonly name?: string | undefined };

/** What a client that can attach can do besides. */
export interface AttachVerbs {
  /**
   * Attaches a picture, a recording or a file. Resolves with the id of its message once bytes and intent are stored, or
   * kept in memory where they cannot be (then shown as unsaved). It stands in the timeline as `uploading` from then on;
   * `discard(id)` or `retract(id)` cancels it, `resend(id)` tries a failed one again. The message is sent when the server
   * has the whole file, behind what was written meanwhile.
   * @throws ChatError `file-too-large`, `file-type`, `picture-unreadable`, `attachments-full`, `invalid-body`,
   * `not-loaded` or `signed-out`: nothing was kept.
   */
  attach(content: Attachable, options: AttachOptions): Promise<string>;
  /**
   * An address that opens an attachment of this reader's conversation, for at least a minute, from the `url` of its
   * message. Asked for once in nine minutes. Rejects with `ChatError` code `refused`; `cause` is the server's code.
   */
  fileLink(url: string): Promise<string>;
}

/** A client with {@link AttachVerbs}. */
export interface AttachingClient extends Client, AttachVerbs {}

/** Attachments over the session that is the present one. */
export interface AttachSide extends Pick<Client, 'resend' | 'discard' | 'retract'>, Pick<AttachVerbs, 'fileLink'> {
  attach(content: Attachable, options: AttachOptions, room?: Room): Promise<string>;
  /** A timeline with what is on its way; of one conversation where that is named. */
  shown(rows: ReadonlySignal<readonly TimelineItem[]>, conversation?: string): ReadonlySignal<readonly TimelineItem[]>;
  close(): void;
}

/** Gives attachments to the clients that are made with it; `attachments` of `@xiaoer/core/uploads` makes one. */
export interface Attachments {
  shopper(
    client: Client,
    session: ReadonlySignal<Session>,
    hidden: ReadonlySignal<boolean>,
    options: ClientOptions,
  ): AttachingClient;
  agent(session: Session): AttachSide;
}

/** Options of `attachments`. */
export interface AttachmentsOptions {
  /** `(address, init) => fetch(address, init)`. */
  readonly fetch: UploadFetch;
  /** Where the server is, such as `https://chat.example`; empty for the page's own. */
  readonly address: string;
  /**
   * Redraws pictures, so that no place and no camera leaves the device: `browserPainter(globalThis)`. `null` where there is
   * nothing to draw with: then pictures are sent as they are, and redrawing is up to the caller.
   */
  readonly painter: Painter<Bitmap> | null;
  /** Decodes sound for its length and bars: `() => new OfflineAudioContext(1, 1, 44_100)`. */
  readonly sound?: (() => SoundContext) | undefined;
}
