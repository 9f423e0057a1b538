/*
 * Runs in a project into which the packages were installed: imports everything that they export, where there is no DOM, as
 * a server that renders does.
 */
import { createRequire } from 'node:module';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const NAMES = ['core', 'host', 'assistant', 'widget', 'react', 'server'];

const { resolve } = createRequire(import.meta.url);
const before = new Set(Object.getOwnPropertyNames(globalThis));
const imported = [];
for (const name of NAMES) {
  const { default: manifest } = await import(resolve(`@xiaoer/${name}/package.json`), { with: { type: 'json' } });
  for (const entry of Object.keys(manifest.exports)) {
    if (entry === './package.json') continue;
    const module = await import(manifest.name + entry.slice(1));
    imported.push([manifest.name + entry.slice(1), Object.keys(module).length]);
  }
}
const { ChatWidget } = await import('@xiaoer/react');
const html = renderToString(createElement('main', null, createElement(ChatWidget, { shop: 'tea' })));
const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
console.log(JSON.stringify({ imported, html, added, dom: typeof document }));
