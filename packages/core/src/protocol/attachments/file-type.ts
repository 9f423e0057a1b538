import { isPdf, isPlainText, officeType } from './document-types.ts';
import { isGif, isJpeg, isPng, isWebp } from './picture-types.ts';
import { isMp3, isMp4Sound, isOgg, isWav, isWebmSound } from './sound-types.ts';

/** Every type that may be attached, with the ending that its file gets. */
export const FILE_TYPES = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'weba',
  'audio/mp4': 'm4a',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'text/plain': 'txt',
} as const;

/** A type of {@link FILE_TYPES}. */
export type FileType = keyof typeof FILE_TYPES;

const BY_FORM: readonly (readonly [FileType, (bytes: Uint8Array) => boolean])[] = [
  ['image/png', isPng],
  ['image/jpeg', isJpeg],
  ['image/gif', isGif],
  ['image/webp', isWebp],
  ['audio/mpeg', isMp3],
  ['audio/ogg', isOgg],
  ['audio/wav', isWav],
  ['audio/webm', isWebmSound],
  ['audio/mp4', isMp4Sound],
  ['application/pdf', isPdf],
];

/**
 * The type of a whole file, told from its content alone; a name or a label says nothing. Undefined for what is not on
 * the list: SVG, HTML and XML, archives, programs, video, and files that begin as one type and end as another.
 */
export function fileType(bytes: Uint8Array): FileType | undefined {
  const known = BY_FORM.find(([, fits]) => fits(bytes))?.[0] ?? officeType(bytes);
  return known ?? (isPlainText(bytes) ? 'text/plain' : undefined);
}

/** Whether a message of this kind may carry a file of this type. */
export const fitsKind = (kind: string, type: FileType): boolean =>
  kind === 'file' || (kind === 'image' && type.startsWith('image/')) || (kind === 'voice' && type.startsWith('audio/'));
