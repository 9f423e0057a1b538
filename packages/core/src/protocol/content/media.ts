import { isUploadId, type UploadId } from '../ids.ts';
import { type Guard, integer, isNumber, list, optional, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/**
 * An attachment. Who sends one names a finished upload of theirs, and the server fills in the rest: a path of the
 * server that a reader gets a signed link for, the size in bytes, and the type that the content has.
 */
interface Attached {
  readonly upload?: UploadId | undefined;
  readonly url?: string | undefined;
  readonly bytes?: number | undefined;
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

/** A picture with its size in pixels, so that its place is reserved before it loads. */
export interface ImageBody extends Attached {
  readonly width: number;
  readonly height: number;
  readonly alt?: string | undefined;
}

/** A recording: length in milliseconds, loudness bars 0 … 1, words where there are any. */
export interface VoiceBody extends Attached {
  readonly ms: number;
  readonly bars?: readonly number[] | undefined;
  readonly transcript?: string | undefined;
}

/** Any other file. */
export type FileBody = Attached;

const attached = {
  upload: optional(isUploadId),
  url: optional(isSafeUrl),
  bytes: optional(integer(0)),
  type: optional(string(100, 1)),
  name: optional(string(255)),
};

/** It is an upload, or it is complete. */
const whole =
  <T extends Attached>(guard: Guard<T>): Guard<T> =>
  (value): value is T =>
    guard(value) &&
    (value.upload !== undefined || [value.url, value.bytes, value.type].every((field) => field !== undefined));

/** Guard of {@link ImageBody}. */
export const isImage: Guard<ImageBody> = whole(
  shape<ImageBody>({
    ...attached,
    width: integer(1, 32_768),
    height: integer(1, 32_768),
    alt: optional(string(500)),
  }),
);

/** Guard of {@link VoiceBody}. */
export const isVoice: Guard<VoiceBody> = whole(
  shape<VoiceBody>({
    ...attached,
    ms: integer(0, 3_600_000),
    bars: optional(list(isNumber, 120)),
    transcript: optional(string(4000)),
  }),
);

/** Guard of {@link FileBody}. */
export const isFile: Guard<FileBody> = whole(shape<FileBody>(attached));
