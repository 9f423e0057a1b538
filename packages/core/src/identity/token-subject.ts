import { ChatError } from '../env/chat-error.ts';
import { ALPHABET } from '../protocol/ids.ts';

/** The text that base64url holds as UTF-8; what is none throws. */
function textOfBase64url(text: string): string {
  const bits = [...text.replace(/=+$/, '')].map((char) => {
    const value = ALPHABET.indexOf(char);
    if (value < 0) throw new RangeError('not base64url');
    return value.toString(2).padStart(6, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return decodeURIComponent(bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, '0')}`).join(''));
}

/**
 * The subject of a JWT, unverified: it only names the store that belongs to it. What the server believes is the
 * signature, which it checks.
 */
export function tokenSubject(token: string): string {
  try {
    const { sub } = JSON.parse(textOfBase64url(token.split('.')[1] ?? ''));
    if (sub && typeof sub === 'string') return sub;
  } catch {
    // The error below says what a token must look like.
  }
  throw new ChatError('token-invalid', 'not a JWT whose payload has a sub');
}
