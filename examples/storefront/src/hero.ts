import { element } from './element.ts';
import type { Locale } from './localized.ts';
import type { ShopContext } from './shop-context.ts';

type Copy = readonly [title: string, text: string];

/** What the bundled shop says above its lists, by category; '' is the whole shop. */
const COPY: Readonly<Record<string, Readonly<Record<Locale, Copy>>>> = {
  '': {
    'zh-CN': [
      '住进云来，一夜好睡',
      '床品、茶器、灯与香、沐浴、餐厨，还有路上用的小物。杭州仓 24 小时内发出，满 199 元包邮。',
    ],
    en: [
      'All that an inn keeps for a good night',
      'Bedding, tea, light, bath, table and things for the road. Sent from Hangzhou within a day, free from ¥199.',
    ],
  },
  bedding: {
    'zh-CN': ['客满夜长，也睡得安稳', '蚕丝、羊毛、长绒棉的被子、套件和枕头。杭州仓 24 小时内发出。'],
    en: [
      'Sleep as if the inn were full and the night were long',
      'Duvets, covers and pillows in silk, wool and long-staple cotton. Sent from Hangzhou within a day.',
    ],
  },
  tea: {
    'zh-CN': ['水开了，先坐一会儿', '景德镇的瓷，宜兴的壶，龙泉的杯。易碎品发顺丰。'],
    en: [
      'The kettle is on, sit down for a while',
      'Porcelain from Jingdezhen, clay from Yixing, celadon from Longquan. Sent by SF Express.',
    ],
  },
  'light-and-scent': {
    'zh-CN': ['留一盏灯，等晚归的人', '纸灯、台灯、蜡烛与香。灯具质保两年。'],
    en: ['A lamp left on for whoever comes late', 'Paper lanterns, lamps, candles and incense. Lamps carry two years.'],
  },
  bath: {
    'zh-CN': ['热水备好了，慢慢洗', '高阳的毛巾，桧木的浴凳，冷制的手工皂。洗护用品都写明成分和保质期。'],
    en: [
      'The water is hot, take your time',
      'Towels from Gaoyang, a hinoki stool, cold-process soap. Every wash names what is in it and how long it keeps.',
    ],
  },
  'table-and-kitchen': {
    'zh-CN': ['灶上有汤，碗里有饭', '碗盘、锅具和砧板。瓷器无铅，双层箱装，路上碎了当天补发。'],
    en: [
      'Soup on the stove, rice in the bowl',
      'Bowls, pots and boards. Lead-free porcelain in double boxes; what breaks on the way is replaced the same day.',
    ],
  },
  travel: {
    'zh-CN': ['轻一点，走远一点', '箱包、眼罩、颈枕、雨伞和随行杯，都能带上飞机。'],
    en: ['Pack less, go further', 'Luggage, eye masks, neck pillows, umbrellas and cups, all fit for the cabin.'],
  },
};

/** The room that is drawn beside the words, by category; the bedroom where there is none. */
const ROOMS: Readonly<Record<string, string>> = {
  tea: 'room-tea',
  'light-and-scent': 'room-light',
  bath: 'room-bath',
  'table-and-kitchen': 'room-kitchen',
  travel: 'room-travel',
};

/** The drawn room with the shop's words: for the bundled shop. Another shop has its name there. */
export function hero({ catalogue, locale, text }: ShopContext, category: string, name: string): HTMLElement {
  const copy = catalogue.shop.id === 'yunlai' ? (COPY[category] ?? COPY[''])?.[locale] : undefined;
  if (!copy) return element('h1', { class: 'list-title', tabindex: '-1' }, name || text(catalogue.shop.name));
  const room = element('img', {
    src: `/storefront/${ROOMS[category] ?? 'room'}.svg`,
    alt: '',
    width: '640',
    height: '240',
    class: 'hero-room',
  });
  const words = element(
    'div',
    { class: 'hero-words' },
    element('h1', { tabindex: '-1' }, copy[0]),
    element('p', {}, copy[1]),
  );
  return element('div', { class: 'hero' }, words, room);
}
