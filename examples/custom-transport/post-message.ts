import type { Link, LinkHandlers, Transport } from '@xiaoer/core';

/** What crosses the border, besides the name of its link. Frames are strings, in the order in which they were sent. */
type Said = { open: true } | { frame: string } | { close: string; wait?: number | undefined };

/** Hears what `there` says about links, if it comes from `origin`; the answer stops it. */
function hear(here: Window, there: Window, origin: string, tell: (link: string, said: Said) => void): () => void {
  const listener = ({ data, source, origin: from }: MessageEvent) => {
    if (source === there && from === origin && typeof data?.xiaoer === 'string') tell(data.xiaoer, data);
  };
  here.addEventListener('message', listener);
  return () => here.removeEventListener('message', listener);
}

/** For a chat in a frame that has no network of its own: the page around it, `there`, has the connection. */
export function postMessageTransport(here: Window, there: Window, origin: string): Transport {
  return {
    name: 'post-message',
    open(handlers: LinkHandlers): Link {
      const xiaoer = here.crypto.randomUUID(); // Every link is a new one: a late frame of another is not heard.
      let open = false;
      const say = (said: Said) => there.postMessage({ xiaoer, ...said }, origin);
      const stop = hear(here, there, origin, (link, said) => {
        if (link !== xiaoer) return;
        if ('frame' in said) return handlers.onframe(said.frame);
        open = 'open' in said;
        if ('open' in said) return handlers.onopen();
        stop();
        handlers.onclose(said.close, said.wait);
      });
      say({ open: true });
      return {
        send: (frame) => void (open && say({ frame })),
        close() {
          say({ close: '' });
          open = false;
          stop();
        },
      };
    },
  };
}

/** For the page around it: carries every link of the frame `there` on over another transport. The answer stops it. */
export function relay(here: Window, there: Window, origin: string, transport: Transport): () => void {
  const links = new Map<string, Link>();
  const stop = hear(here, there, origin, (xiaoer, said) => {
    const say = (more: Said) => there.postMessage({ xiaoer, ...more }, origin);
    const onclose = (close: string, wait?: number) => void (links.delete(xiaoer) && say({ close, wait }));
    const handlers = { onopen: () => say({ open: true }), onframe: (frame: string) => say({ frame }), onclose };
    if ('frame' in said) return links.get(xiaoer)?.send(said.frame);
    links.get(xiaoer)?.close();
    links.delete(xiaoer);
    if ('open' in said) links.set(xiaoer, transport.open(handlers));
  });
  return () => {
    stop();
    for (const link of links.values()) link.close();
  };
}
