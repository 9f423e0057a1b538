import type { Link, LinkHandlers } from '@xiaoer/core';
import { inPageTransport } from '@xiaoer/core/transports';
import { flagName } from '../state/consent.ts';
import type { HouseWish, PageSetup } from './page-setup.ts';
import { type House, startHouse } from './start-house.ts';

/** Storage that may not be read remembers nobody. */
function isKept(shop: string): boolean {
  try {
    return localStorage.getItem(flagName(shop)) !== null;
  } catch {
    return false;
  }
}

const absolute = (address: string) => new URL(address, document.baseURI).href;

/** What a house needs of the options of its page. */
function setupOf(wish: HouseWish): PageSetup {
  const { shop, name, locale, knowledge = '', catalog, orders, messages, store: keep } = wish;
  return {
    shop,
    name,
    locale,
    knowledge: absolute(knowledge),
    catalog: catalog && absolute(catalog),
    orders: orders && absolute(orders),
    messages: messages && absolute(messages),
    keep,
    kept: keep && isKept(shop),
  };
}

/** The house of each shop in this page, as long as somebody is in it. */
const houses = new Map<string, House>();

function houseOf(setup: PageSetup): House {
  const name = JSON.stringify([setup.shop, setup.keep]);
  const there = houses.get(name);
  if (there) return there;
  const house = startHouse(setup, () => houses.delete(name));
  houses.set(name, house);
  return house;
}

/** Opens a link to the house of a shop in this page, and the house where it is not open. */
export function openLink(wish: HouseWish, handlers: LinkHandlers): Link {
  const house = houseOf(setupOf(wish));
  let leave = () => {};
  const link = inPageTransport(() => {
    const { port1, port2 } = new MessageChannel();
    leave = house.take(port2);
    return port1;
  }).open({
    ...handlers,
    onclose(...why) {
      leave();
      handlers.onclose(...why);
    },
  });
  return {
    send: link.send,
    close() {
      link.close();
      leave();
    },
  };
}
