import { createHmac, timingSafeEqual } from 'node:crypto';

/** Milliseconds that a link is good for. */
export const LINK_LIFE = 600_000;

/** A file of a conversation, and who is to read it. */
export interface Linked {
  readonly conversation: string;
  readonly file: string;
  /** The reader's principal. It is signed, not written into the link. */
  readonly reader: string;
}

/** Signs links and checks them. */
export interface FileLinks {
  /** The query of a link. */
  sign(linked: Linked): { readonly query: string; readonly expiresAt: number };
  check(linked: Linked, query: URLSearchParams): 'good' | 'over' | 'forged';
}

/** Links under a key that only the server has. */
export function createFileLinks(key: string, now: () => number): FileLinks {
  const signature = ({ conversation, file, reader }: Linked, until: string): Buffer =>
    createHmac('sha256', key).update([conversation, file, reader, until].join('\n')).digest();
  return {
    sign(linked) {
      const expiresAt = now() + LINK_LIFE;
      const sign = signature(linked, String(expiresAt)).toString('base64url');
      return { query: `until=${expiresAt}&sign=${sign}`, expiresAt };
    },
    check(linked, query) {
      const until = query.get('until') ?? '';
      const wanted = signature(linked, until);
      const given = Buffer.from(query.get('sign') ?? '', 'base64url');
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forged';
      return Number(until) > now() ? 'good' : 'over';
    },
  };
}
