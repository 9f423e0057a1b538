// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Commands } from '../src/commands.ts';
import { defineElement, TAG, type XiaoerChatElement } from '../src/element.ts';

const log: string[] = [];
const turn = () => new Promise((resolve) => setTimeout(resolve));
const words = (options: object) =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map((entry) => entry.join(' '))
    .join(', ');
const commands = {
  update: (options: object) => log.push(`update: ${words(options)}`),
  destroy: () => log.push('destroy'),
} as unknown as Commands;

test('an element that was there before it is defined is drawn once, with all of its attributes; later ones change it', async () => {
  const chat = document.createElement(TAG) as XiaoerChatElement;
  for (const [name, value] of Object.entries({ shop: 'demo', locale: 'en', label: 'Ask us' }))
    chat.setAttribute(name, value);
  document.body.append(chat);
  defineElement((_, options) => {
    log.push(`draw: ${words(options)}`);
    return commands;
  });
  chat.setAttribute('label', 'Ask');
  const box = document.body.appendChild(document.createElement('div'));
  box.append(chat);
  await turn();
  chat.remove();
  await turn();
  chat.setAttribute('label', 'Ask me');
  document.body.append(chat);
  expect(log).toEqual([
    'draw: shop demo, locale en, label Ask us',
    'update: shop demo, locale en, label Ask',
    'update: shop demo, locale en, label Ask',
    'destroy',
    'draw: shop demo, locale en, label Ask me',
  ]);
});

test('one that names no shop yet is drawn when it does', () => {
  log.length = 0;
  const chat = document.createElement(TAG);
  document.body.append(chat);
  expect(log).toEqual([]);
  chat.setAttribute('shop', 'demo');
  expect(log).toEqual(['draw: shop demo']);
});
