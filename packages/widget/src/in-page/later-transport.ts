import type { Transport } from '@xiaoer/core';
import type { HouseWish } from './page-setup.ts';

/** Links to a host in this page. What one takes is fetched with the first of them. */
export const laterTransport = (wish: HouseWish): Transport => ({
  name: 'in-page',
  open(handlers) {
    let live = true;
    const link = import('./open-link.ts').then(
      ({ openLink }) => (live ? openLink(wish, handlers) : undefined),
      () => void (live && handlers.onclose('chunk')),
    );
    return {
      send: (frame) => void link.then((open) => open?.send(frame)),
      close() {
        live = false;
        void link.then((open) => open?.close());
      },
    };
  },
});
