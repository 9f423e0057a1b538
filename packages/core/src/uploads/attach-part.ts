export { carryUploads } from './carry-uploads.ts';
export { readerLinks } from './reader-links.ts';
export { attachSession } from './session-attachments.ts';
