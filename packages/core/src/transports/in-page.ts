import { isPortMessage, type PortLike } from '../protocol/index.ts';
import type { Transport } from './transport.ts';

/**
 * Frames over a port to a host that lives in a worker or in this page, without any server. `connect` makes a port for
 * each link and hands its other end to the host (`connectPort` of `@xiaoer/host`).
 */
export function inPageTransport(connect: () => PortLike): Transport {
  return {
    name: 'in-page',
    open(handlers) {
      const port = connect();
      let live = true;
      let ready = false;
      let taken = 0;
      const stop = () => {
        live = false;
        port.onmessage = null;
        port.close?.();
      };
      port.onmessage = ({ data }: { data: unknown }) => {
        if (!live || !isPortMessage(data)) return;
        if (typeof data === 'string') {
          // Told before the frame is read: its reader may end the link.
          port.postMessage({ took: ++taken });
          handlers.onframe(data);
        } else if ('open' in data) {
          ready = true;
          handlers.onopen();
        } else if ('close' in data) {
          stop();
          handlers.onclose(`closed ${data.close}`);
        }
      };
      return {
        send: (frame) => void (live && ready && port.postMessage(frame)),
        close() {
          if (!live) return;
          port.postMessage({ close: 1000, reason: '' });
          stop();
        },
      };
    },
  };
}
