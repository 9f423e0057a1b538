import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds of one code, its digits, and how many codes before and after are good, for clocks that differ. */
const STEP_S = 30;
const DIGITS = 6;
const SLACK = 1;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret as authenticator apps take it: 160 bits in base32 (RFC 4648). */
export function newTotpSecret(): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of randomBytes(20)) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
  }
  return text;
}

function bytesOf(secret: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of secret) {
    held = (held << 5) | ALPHABET.indexOf(char);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  return Buffer.from(bytes);
}

/** The code of a step. Source: RFC 6238 over RFC 4226, HMAC-SHA-1. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code it is, within the slack and after `used`; undefined for a wrong one and for one used before. */
export function totpStep(secret: string, code: string, now: number, used: number): number | undefined {
  const given = Buffer.from(code.replace(/\s/g, '').padEnd(DIGITS).slice(0, DIGITS));
  const at = Math.floor(now / 1000 / STEP_S);
  for (let step = Math.max(0, at - SLACK); step <= at + SLACK; step++) {
    const wanted = Buffer.from(totpCode(secret, step));
    if (given.length === wanted.length && timingSafeEqual(given, wanted) && step > used) return step;
  }
  return undefined;
}

/** The address that authenticator apps read. */
export const totpAddress = (secret: string, shop: string, name: string): string =>
  `otpauth://totp/${encodeURIComponent(`${shop}:${name}`)}?${new URLSearchParams({ secret, issuer: shop })}`;
