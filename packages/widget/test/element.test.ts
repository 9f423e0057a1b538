// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Commands } from '../src/commands.ts';
import { defineElement } from '../src/element.ts';

test('an element is drawn once with all of its attributes, and keeps what it is told after; one that gets its shop later waits', async () => {
  const log: string[] = [];
  const told = (name: string, { shop, locale }: { shop?: string | undefined; locale?: string | undefined }) =>
    log.push(`${name} ${shop} ${locale}`);
  document.body.innerHTML = '<xiaoer-chat shop="demo" locale="en"></xiaoer-chat>';
  defineElement((_element, options) => {
    told('drawn', options);
    return { update: (more) => told('update', more), destroy: () => {} } as Partial<Commands> as Commands;
  });
  const [chat] = document.getElementsByTagName('xiaoer-chat') as unknown as { commands: Commands }[];
  chat?.commands.update({ locale: 'ar' });
  await Promise.resolve();
  expect(log.splice(0)).toEqual(['drawn demo en', 'update undefined ar']);

  // As the loader does, with an element that is defined already.
  const late = document.body.appendChild(document.createElement('xiaoer-chat'));
  late.setAttribute('shop', 'late');
  late.setAttribute('locale', 'de');
  const root = late.attachShadow({ mode: 'open' });
  expect(log).toEqual([]);
  await Promise.resolve();
  await Promise.resolve();
  expect([log[0], late.shadowRoot]).toEqual(['drawn late de', root]);
});
