import type { Commands } from '../../../../packages/widget/src/commands.ts';
import { defineElement, type XiaoerChatElement } from '../../../../packages/widget/src/element.ts';
import { mountInto } from '../../../../packages/widget/src/mount-into.tsx';
import { loadTable } from '../../../../packages/widget/src/state/load-table.ts';
import type { Preview } from './api.ts';
import { addressOf, itemsOf } from './items.ts';
import { measurer } from './measure.ts';
import { sampleClient } from './sample-client.ts';

const sample = sampleClient(addressOf);
defineElement((element, options) => mountInto(element, options, { makeClient: () => sample.client, loadTable }));

const chat = document.createElement('xiaoer-chat') as XiaoerChatElement;
chat.setAttribute('shop', 'playground');
// Nothing is kept, and the page that the shopper looks at is about a duvet.
chat.options = { consent: 'none', privacy: '/', scheme: 'light', locale: 'en' };
document.documentElement.append(chat);
const commands = chat.commands as Commands;
commands.on('cart:add', () => ({ ok: true }));
commands.on('coupon:claim', () => ({ ok: true }));
commands.on('product:view', () => ({ ok: true }));

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const measure = measurer(chat.shadowRoot as ShadowRoot);

/** Ends when the widget has everything that comes after its panel is open. */
const complete = new Promise<void>((resolve) => {
  const look = () => (chat.shadowRoot?.querySelector('.menu-box') ? resolve() : setTimeout(look, 30));
  look();
});

let view = '';

const preview: Preview = {
  async show(shown) {
    sheet.replaceSync(shown.css);
    document.documentElement.dir = shown.dir;
    document.documentElement.lang = shown.locale;
    document.documentElement.dataset['scheme'] = shown.scheme;
    commands.update({ scheme: shown.scheme, locale: shown.locale });
    if (view !== shown.view) {
      view = shown.view;
      const { items, queue } = itemsOf(shown.view);
      commands.open();
      sample.show(items, { queue });
      await complete;
      if (shown.view === 'launcher') {
        commands.close();
        sample.show(items, { unread: 2 });
      }
    }
    await complete;
    return measure();
  },
};

Object.assign(window, { preview });
