import { type Guard, integer, isNumber, list, optional, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/** A stored attachment: its address is signed for this conversation and expires. */
interface Stored {
  readonly url: string;
  readonly bytes: number;
  readonly type: string;
  readonly name?: string | undefined;
}

/** A picture with its size in pixels, so that its place is reserved before it loads. */
export interface ImageBody extends Stored {
  readonly width: number;
  readonly height: number;
  readonly alt?: string | undefined;
}

/** A recording: length in milliseconds, loudness bars 0 … 1, words where there are any. */
export interface VoiceBody extends Stored {
  readonly ms: number;
  readonly bars?: readonly number[] | undefined;
  readonly transcript?: string | undefined;
}

/** Any other file. */
export type FileBody = Stored;

const stored = { url: isSafeUrl, bytes: integer(0), type: string(100, 1), name: optional(string(255)) };

/** Guard of {@link ImageBody}. */
export const isImage: Guard<ImageBody> = shape<ImageBody>({
  ...stored,
  width: integer(1, 32_768),
  height: integer(1, 32_768),
  alt: optional(string(500)),
});

/** Guard of {@link VoiceBody}. */
export const isVoice: Guard<VoiceBody> = shape<VoiceBody>({
  ...stored,
  ms: integer(0, 3_600_000),
  bars: optional(list(isNumber, 120)),
  transcript: optional(string(4000)),
});

/** Guard of {@link FileBody}. */
export const isFile: Guard<FileBody> = shape<FileBody>(stored);
