import { ChatError } from '../env/chat-error.ts';
import { FILE_BYTES, type FileType, fileType, fitsKind, readContent } from '../protocol/index.ts';
import type { Attachable, AttachmentsOptions, AttachOptions } from './attach-options.ts';
import { decodePeaks } from './decode-peaks.ts';
import { redrawImage } from './redraw-image.ts';

/** An attachment that may be kept. */
export interface ReadyAttachment {
  readonly bytes: Uint8Array;
  readonly kind: AttachOptions['kind'];
  /** The message without `upload`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The most that is read of a picture which will be smaller when it is redrawn. */
const CAMERA_BYTES = 64 * 1024 * 1024;

/** What is left of a name when it is too long: its end says what it is. */
const NAME_CHARS = 255;

const nameOf = (content: Attachable, name: string | undefined): string | undefined => {
  const given = name ?? ('name' in content && typeof content.name === 'string' ? content.name : undefined);
  return given?.slice(-NAME_CHARS) || undefined;
};

/** The picture as it is sent, and its size in pixels. */
async function redrawn(bytes: Uint8Array, label: string, painter: NonNullable<AttachmentsOptions['painter']>) {
  // What is not on the list may become it: a camera's HEIC or AVIF where the browser can read that.
  return redrawImage(bytes, fileType(bytes) ?? (label as FileType), painter);
}

/**
 * Reads what is to be attached, redraws it where it is a picture, measures it where it is sound, and checks it.
 * @throws ChatError `file-too-large`, `file-type`, `picture-unreadable` or `invalid-body`.
 */
export async function readAttachment(
  content: Attachable,
  options: AttachOptions,
  { painter, sound }: Pick<AttachmentsOptions, 'painter' | 'sound'>,
): Promise<ReadyAttachment> {
  const { kind, name, ...rest } = options;
  const draws = kind === 'image' && painter !== null;
  const size = content instanceof Uint8Array ? content.length : content.size;
  if (size > (draws ? CAMERA_BYTES : FILE_BYTES)) throw new ChatError('file-too-large', `${size} bytes`);
  let bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
  let measured: object = {};
  if (draws) {
    const drawn = await redrawn(bytes, content instanceof Uint8Array ? '' : content.type, painter);
    bytes = drawn.bytes;
    measured = { width: drawn.width, height: drawn.height };
  }
  const type = fileType(bytes);
  if (!type || !fitsKind(kind, type)) {
    if (bytes.length === 0) throw new ChatError('file-too-large', '0 bytes');
    throw new ChatError('file-type', `${type ?? 'what it is'} cannot be sent as ${kind}`);
  }
  if (options.kind === 'voice' && sound && (options.ms === undefined || options.bars === undefined))
    // What cannot be decoded here may be heard elsewhere.
    measured = await decodePeaks(bytes, sound()).catch(() => ({}));
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const body = { ...(draws ? { ...given, ...measured } : { ...measured, ...given }), name: nameOf(content, name) };
  // As it will be when the upload has its id.
  if (readContent({ kind, body: { ...body, upload: '0'.repeat(22) } }).kind !== kind)
    throw new ChatError('invalid-body', `what does not fit the kind ${kind}: ${JSON.stringify(body)}`);
  return { bytes, kind, body };
}
