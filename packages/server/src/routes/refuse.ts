import { type Exchange, sendJson } from './route.ts';

/** Every reason why uploads and files are refused, with its status and what to do. */
const REASONS = {
  unauthenticated: [
    401,
    'name a credential: Authorization: Bearer <token>, or Visitor <secret>; at the desk its cookie',
  ],
  'token-expired': [401, 'get a fresh token'],
  'token-invalid': [401, 'this is no token or secret of this shop'],
  'secret-revoked': [401, 'an account has claimed this secret; use its token'],
  'shop-unknown': [404, 'there is no such shop here'],
  forbidden: [403, 'this belongs to somebody else'],
  'not-found': [404, 'there is no such upload'],
  'invalid-request': [400, 'name the upload in the path, offset and size in the query: whole numbers, size 1 or more'],
  conflict: [409, 'this upload has another size; make a new upload id'],
  offset: [409, 'go on at received'],
  'too-large': [413, 'a file has at most 10 MB, and no more bytes than its size says'],
  'file-type': [415, 'the content is not of an allowed type; SVG, HTML, archives, programs and video are not'],
  rate: [429, 'too many requests'],
  busy: [503, 'no room on the disk, or the house closes'],
  quota: [507, 'too many attachments of this identity: send or cancel some, or come back tomorrow'],
} as const;

/** A reason of {@link refuse}. */
export type Reason = keyof typeof REASONS;

/** Ends the answer with `{ code, message }`, and `Retry-After` in seconds where there is a wait. */
export function refuse(
  exchange: Exchange,
  code: Reason,
  more: { readonly received?: number; readonly retryMs?: number } = {},
): true {
  const [status, message] = REASONS[code];
  const { request, response } = exchange;
  if (more.retryMs !== undefined) response.setHeader('Retry-After', Math.ceil(more.retryMs / 1000));
  // Whatever of the body is still under way is not waited for.
  if (!request.complete) response.setHeader('Connection', 'close');
  const received = more.received === undefined ? {} : { received: more.received };
  return sendJson(exchange, status, { code, message, ...received });
}
