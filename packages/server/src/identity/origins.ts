import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1', '::ffff:127.0.0.1']);

/** Whether a host name or address is this machine's own. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Which pages may talk to us. Browsers do not apply CORS to WebSockets, so the server looks itself. */
export interface Origins {
  /** The page is ours, or on the list. */
  allows(request: IncomingMessage): boolean;
  /** The page is ours. */
  isOwn(request: IncomingMessage): boolean;
}

const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).host : undefined);

/**
 * A page is ours when its origin is the host it asks. A server that is bound to loopback believes that of loopback
 * names and its public address only: otherwise any name that somebody points at 127.0.0.1 would be ours (DNS
 * rebinding).
 */
export function createOrigins(options: {
  readonly host: string;
  readonly listed: readonly string[];
  readonly publicUrl?: string | undefined;
}): Origins {
  const listed = new Set(options.listed);
  const publicHost = options.publicUrl === undefined ? undefined : hostOf(options.publicUrl);
  const isOwn = (request: IncomingMessage): boolean => {
    const { origin, host } = request.headers;
    const from = origin === undefined ? undefined : hostOf(origin);
    if (from === undefined) return false;
    if (from === publicHost) return true;
    return from === host && (!isLoopback(options.host) || isLoopback(new URL(origin ?? '').hostname));
  };
  return { isOwn, allows: (request) => isOwn(request) || listed.has(request.headers.origin ?? '') };
}
