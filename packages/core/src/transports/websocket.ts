import type { Link, LinkHandlers, Transport } from './transport.ts';

/** What is used of a `WebSocket`; browsers, Node 22 and the package `ws` all have it. */
export interface SocketLike {
  readonly readyState: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: string): void;
  close(code?: number, reason?: string): void;
}

const OPEN = 1;

/** Frames over a WebSocket. The constructor is handed in, so that nothing global is touched. */
export function websocketTransport(
  address: string | (() => string),
  WebSocket: new (address: string) => SocketLike,
): Transport {
  return {
    name: 'websocket',
    open(handlers: LinkHandlers): Link {
      const socket = new WebSocket(typeof address === 'string' ? address : address());
      // A socket that was dropped may take minutes to close; nothing it still says is heard.
      let live = true;
      socket.onopen = () => live && handlers.onopen();
      socket.onmessage = ({ data }: { data: unknown }) => live && handlers.onframe(String(data));
      // `ws` throws an error event that nobody hears, and closing before the handshake makes one.
      socket.onerror = () => {};
      socket.onclose = ({ code }: { code: number }) => {
        if (live) handlers.onclose(`closed ${code}`);
        live = false;
      };
      return {
        send(frame) {
          if (socket.readyState === OPEN) socket.send(frame);
        },
        close() {
          live = false;
          socket.close(1000);
        },
      };
    },
  };
}
