import type { LinkHandlers, Transport } from '@xiaoer/core';
import { type FarEnd, type TransportPlace, transportContract } from '@xiaoer/core/testing';
import { expect, test } from 'vitest';
import { postMessageTransport, relay } from './post-message.ts';

const SHOP = 'https://shop.example';
const CHAT = 'https://chat.example';

/** Two windows that know each other, as a page and a frame in it: messages are copies and come in a later turn. */
function windows() {
  const make = (own: string, other: () => { readonly origin: string; readonly view: Window }) => {
    const target = new EventTarget();
    const view = Object.assign(target, {
      crypto,
      postMessage(data: unknown, origin: string) {
        if (origin !== own) return;
        const copy = structuredClone(data);
        setImmediate(() =>
          target.dispatchEvent(
            Object.assign(new Event('message'), { data: copy, origin: other().origin, source: other().view }),
          ),
        );
      },
    });
    return { origin: own, view: view as unknown as Window };
  };
  const page: { origin: string; view: Window } = make(SHOP, () => frame);
  const frame: { origin: string; view: Window } = make(CHAT, () => page);
  return { page: page.view, frame: frame.view };
}

/** The page's own transport, with its other sides. */
function pageTransport() {
  const far: FarEnd[] = [];
  const transport: Transport = {
    name: 'page',
    open(handlers: LinkHandlers) {
      let live = true;
      const heard: string[] = [];
      far.push({
        heard,
        send: (frame) => live && handlers.onframe(frame),
        end() {
          live = false;
          handlers.onclose('closed 1000');
        },
        get ended() {
          return !live;
        },
      });
      setImmediate(() => live && handlers.onopen());
      return {
        send: (frame) => live && heard.push(frame),
        close() {
          live = false;
        },
      };
    },
  };
  return { far, transport };
}

async function openPlace(): Promise<TransportPlace> {
  const { page, frame } = windows();
  const { far, transport } = pageTransport();
  const stop = relay(page, frame, CHAT, transport);
  return {
    transport: postMessageTransport(frame, page, SHOP),
    far,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    async close() {
      stop();
    },
  };
}

for (const { name, run } of transportContract(openPlace)) test(name, run);

test('another origin, and messages of somebody else, are not heard', async () => {
  const { page, frame } = windows();
  const { far, transport } = pageTransport();
  relay(page, frame, 'https://evil.example', transport);
  const told: string[] = [];
  postMessageTransport(frame, page, SHOP).open({
    onopen: () => void told.push('open'),
    onframe: (text) => void told.push(text),
    onclose: () => void told.push('close'),
  });
  for (const data of [null, 'text', { xiaoer: 7 }, { xiaoer: 'another link', frame: '{}' }])
    frame.postMessage(data, CHAT);
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect([told, far]).toEqual([[], []]);
});
