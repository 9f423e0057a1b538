import type { UploadId } from '../protocol/index.ts';
import type { Key } from '../stores/store.ts';

/** First part of the keys of uploads in the store of one identity, beside the outbox. */
export const UPLOADS = 'upload';

export const uploadKey = (id: UploadId): Key => [UPLOADS, id];
