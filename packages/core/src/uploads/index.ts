export { FILE_BYTES, FILE_TYPES, type FileType, fileType, fitsKind, WAITING_BYTES } from '../protocol/index.ts';
export { browserPainter } from './browser-painter.ts';
export { createUploads, type UploadState, type Uploads } from './create-uploads.ts';
export { type Bitmap, fitPicture, type Painter, type Redrawn, redrawImage } from './redraw-image.ts';
export type { UploadFetch, UploadServer } from './upload-server.ts';
