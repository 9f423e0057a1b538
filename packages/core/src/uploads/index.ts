export { FILE_BYTES, FILE_TYPES, type FileType, fileType, fitsKind, WAITING_BYTES } from '../protocol/index.ts';
export type {
  Attachable,
  AttachingClient,
  Attachments,
  AttachmentsOptions,
  AttachOptions,
  AttachVerbs,
} from './attach-options.ts';
export { attachments } from './attachments.ts';
export { browserPainter } from './browser-painter.ts';
export { createUploads } from './create-uploads.ts';
export { decodePeaks, type Peaks, peaksOf, type Sound, type SoundContext } from './decode-peaks.ts';
export { createFileLinks, type FileLinks } from './file-links.ts';
export { previewPicture } from './preview-picture.ts';
export { type Bitmap, fitPicture, type Painter, type Redrawn, redrawImage } from './redraw-image.ts';
export type { UploadFetch, UploadServer } from './upload-server.ts';
export type { UploadState, Uploads, UploadsOptions } from './uploads.ts';
