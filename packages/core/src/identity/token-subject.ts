import { ChatError } from '../env/chat-error.ts';
import { bytesOfBase64url } from '../protocol/ids.ts';

/**
 * The subject of a JWT, unverified: it only names the store that belongs to it. What the server believes is the
 * signature, which it checks.
 */
export function tokenSubject(token: string): string {
  try {
    const bytes = bytesOfBase64url(token.split('.')[1] ?? '');
    const text = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const { sub } = JSON.parse(decodeURIComponent(text));
    if (sub && typeof sub === 'string') return sub;
  } catch {
    // The error below says what a token must look like.
  }
  throw new ChatError('token-invalid', 'not a JWT whose payload has a sub');
}
