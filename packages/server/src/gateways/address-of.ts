import type { IncomingMessage } from 'node:http';

/** Whose address a request comes from: the last that a proxy has named, where one is trusted. */
export const createAddressOf =
  (trustProxy: boolean) =>
  (request: IncomingMessage): string => {
    const forwarded = trustProxy
      ? String(request.headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
      : '';
    return forwarded?.trim() || (request.socket.remoteAddress ?? '');
  };
