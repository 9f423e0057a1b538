import { isPortMessage, type Participant, type PortLike, utf8Bytes } from '@xiaoer/core/protocol';
import type { Host, Session } from './session-link.ts';

/** Who is at the other end of a port. */
export type PortGuest = { readonly role: 'shopper' } | { readonly role: 'agent'; readonly principal: Participant };

/** Codes of RFC 6455, section 7.4. */
const GOING_AWAY = 1001;
const POLICY = 1008;

/**
 * Takes one link of `inPageTransport`: the host runs in a worker or in the page itself, and no server is needed. The
 * answer ends the link from here.
 */
export function connectPort(
  host: Pick<Host, 'connect'>,
  port: PortLike,
  guest: PortGuest = { role: 'shopper' },
): () => void {
  /** Sizes of the frames that the client has not said to have taken, oldest first. */
  const underway: number[] = [];
  let bytes = 0;
  let taken = 0;
  let open = true;
  let session: Session | undefined;

  function stop() {
    open = false;
    port.onmessage = null;
    port.close?.();
  }
  function close(code: number, reason: string) {
    if (!open) return;
    port.postMessage({ close: code, reason });
    stop();
    session?.closed();
  }
  function took(count: number) {
    if (count > taken + underway.length) return close(POLICY, 'more was taken than was sent');
    for (; taken < count; taken++) bytes -= underway.shift() ?? 0;
  }

  port.onmessage = ({ data }: { data: unknown }) => {
    if (!open || !isPortMessage(data)) return;
    if (typeof data === 'string') session?.receive(data);
    else if ('took' in data) took(data.took);
    else if ('close' in data) {
      stop();
      session?.closed();
    }
  };
  port.postMessage({ open: true });
  session = host.connect({
    ...guest,
    send(frame) {
      if (!open) return;
      const size = utf8Bytes(frame);
      underway.push(size);
      bytes += size;
      port.postMessage(frame);
    },
    close,
    buffered: () => bytes,
  });
  return () => close(GOING_AWAY, 'the host leaves');
}
