import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Host, Session } from '@xiaoer/host';
import type { Guest } from './entry.ts';

/** Milliseconds within which a link says its first word. */
const FIRST_FRAME_MS = 10_000;

/**
 * Most bytes that may wait for a reader. The host stops at 1 MiB of events (server rule 5); a page of them may come on
 * top, and signals and acks are not counted there.
 */
const MOST_WAITING = 8 * 1024 * 1024;

/** Close codes: those of RFC 6455, section 7.4, and ours. */
const POLICY = 1008;
const TRY_AGAIN = 1013;
const OUT_OF_ORDER = 4001;

/** The way down of one link. */
export interface Downstream {
  /** Frame number `n`, from 1. */
  write(n: number, frame: string): void;
  /** The last words; then the way ends. */
  close(code: number, reason: string): void;
  /** Bytes that the reader has not taken. */
  buffered(): number;
}

/** What came of a batch. */
export type Taken = 'taken' | 'repeated' | 'out of order' | { readonly closed: number };

/** The server's side of one link over HTTP. */
export interface HttpLink {
  /** 256 random bits: whoever knows them has the link, from the same origin and, at the desk, with the same cookie. */
  readonly id: string;
  /** Whether a request comes from where the link was opened. */
  belongsTo(request: IncomingMessage, agent: string | undefined): boolean;
  /** Batch number `n`, from 1. A repeat of the last one, as a proxy or browser may send it, is not taken again. */
  take(n: number, frames: readonly string[]): Taken;
  /** Ends the link from our side. */
  end(code: number, reason: string): void;
  /** The other side is gone. */
  gone(): void;
}

/** Links over HTTP by their ids. */
export interface HttpLinks {
  /** `begin` makes the way down of the link that it hears the name of. */
  open(request: IncomingMessage, guest: Guest, begin: (id: string) => Downstream): HttpLink;
  find(id: string): HttpLink | undefined;
  count(): number;
}

/** Keeps the links that are open. */
export function createHttpLinks(host: Pick<Host, 'connect'>): HttpLinks {
  const links = new Map<string, HttpLink>();

  function open(request: IncomingMessage, guest: Guest, begin: (id: string) => Downstream): HttpLink {
    const id = randomBytes(32).toString('base64url');
    const down = begin(id);
    const { principal, admission } = guest;
    const { origin } = request.headers;
    let session: Session | undefined;
    let closed: number | undefined;
    let sent = 0;
    let batch = 0;

    const leave = (code: number) => {
      closed = code;
      clearTimeout(silence);
      links.delete(id);
      guest.leave();
      session?.closed();
    };
    const end = (code: number, reason: string) => {
      if (closed !== undefined) return;
      down.close(code, reason);
      leave(code);
    };
    const silence = setTimeout(end, FIRST_FRAME_MS, POLICY, 'no hello');

    const link: HttpLink = {
      id,
      belongsTo: (asking, agent) => asking.headers.origin === origin && agent === principal?.id,
      take(n, frames) {
        if (n === batch && n > 0) return 'repeated';
        if (n !== batch + 1) {
          end(OUT_OF_ORDER, 'a batch is missing');
          return 'out of order';
        }
        batch = n;
        if (frames.length > 0) clearTimeout(silence);
        for (const frame of frames) if (closed === undefined) session?.receive(frame);
        return closed === undefined ? 'taken' : { closed };
      },
      end,
      gone: () => void (closed === undefined && leave(1006)),
    };
    links.set(id, link);
    session = host.connect({
      role: principal ? 'agent' : 'shopper',
      principal,
      send(frame) {
        if (closed !== undefined) return;
        sent += 1;
        down.write(sent, frame);
        if (down.buffered() > MOST_WAITING) end(TRY_AGAIN, 'too much waits to be read');
      },
      close: end,
      buffered: down.buffered,
      speaks: (who) => admission?.speaks(who) ?? 0,
    });
    return link;
  }

  return { open, find: (id) => links.get(id), count: () => links.size };
}
