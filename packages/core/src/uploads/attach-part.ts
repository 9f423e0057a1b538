export { readerLinks } from './reader-links.ts';
export { attachSession } from './session-attachments.ts';
