import { type Client, createClient, websocketTransport } from '@xiaoer/core';
import { nodeEnv } from '@xiaoer/core/env/node';
import { type Commands, type Extension, mount, type OwnCard } from '@xiaoer/widget';
import '@xiaoer/widget/global';

interface StoreVisit {
  readonly text: string;
  readonly place: string;
}

const visit: OwnCard<StoreVisit> = {
  fits: (body): body is StoreVisit => typeof (body as StoreVisit).place === 'string',
  draw: ({ body }, before) => before ?? Object.assign(document.createElement('p'), { textContent: body.place }),
};
export const extension: Extension = { cards: { 'store-visit': visit } };
export const widget: Commands = mount({ shop: 'tea' });
export const undo: () => void = widget.on('cart:add', ({ product, quantity }) => product.id.length * quantity > 0);
export const client: Client = createClient({
  shop: 'tea',
  transport: websocketTransport('wss://chat.example/ws', WebSocket),
  env: nodeEnv(),
});

xiaoer('extend', extension);
// @ts-expect-error an event that is none
xiaoer('on', 'cart:fill', () => true);
addEventListener('xiaoer:unread:changed', ({ detail }) => {
  document.title = `${detail.count}`;
});
