import { MessageChannel } from 'node:worker_threads';
import type { PortLike } from '@xiaoer/core/protocol';
import { keepingHost, type TransportPlace, transportContract } from '@xiaoer/core/testing';
import { connectPort } from '@xiaoer/host';
import { expect, test, vi } from 'vitest';
import { laterTransport } from '../../src/in-page/later-transport.ts';
import type { House } from '../../src/in-page/start-house.ts';

let houses: House[] = [];
vi.mock('../../src/in-page/start-house.ts', () => ({
  startHouse: () => {
    const house = houses.at(-1);
    if (!house) throw new Error('no house');
    return house;
  },
}));
vi.stubGlobal('MessageChannel', MessageChannel);
vi.stubGlobal('document', { baseURI: 'https://tea.test/' });

let shops = 0;

async function openPlace(): Promise<TransportPlace & { readonly inside: () => number }> {
  const ports: MessagePort[] = [];
  let inside = 0;
  const host = keepingHost();
  houses = [
    {
      take(port) {
        ports.push(port);
        inside++;
        connectPort(host, port as PortLike);
        let here = true;
        return () => {
          if (here) inside--;
          here = false;
        };
      },
    },
  ];
  return {
    transport: laterTransport({ shop: `tea-${++shops}`, knowledge: '/faq.json', locale: 'en', store: false }),
    far: host.far,
    inside: () => inside,
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
    async close() {
      for (const port of ports) port.close();
    },
  };
}

for (const { name, run } of transportContract(openPlace)) test(`in the page: ${name}`, run);

test('the house knows who is in it, however a link ends', async () => {
  const place = await openPlace();
  const nothing = { onopen: () => {}, onframe: () => {}, onclose: () => {} };
  const one = place.transport.open(nothing);
  place.transport.open(nothing);
  await vi.waitFor(() => expect(place.inside()).toBe(2));
  one.close();
  await vi.waitFor(() => expect(place.inside()).toBe(1));
  place.far[1]?.end();
  await vi.waitFor(() => expect(place.inside()).toBe(0));
  await place.close();
});
