import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackages } from '../fetch-packages.mjs';

/** What the bench compares us with, and what bundles it. Fetched at the first run; no part of the house. */
const PEERS = {
  '@chatui/core': '3.8.0',
  'botframework-webchat': '4.18.1',
  'deep-chat': '2.4.2',
  react: '18.3.1',
  'react-dom': '18.3.1',
  rolldown: '1.1.5',
};

const CHATS = fileURLToPath(new URL('chats/', import.meta.url));

/** Each chat as one small script, by name. */
export async function bundleChats() {
  const { modules, load } = fetchPackages('xiaoer-bench-widget', PEERS);
  const { rolldown } = await load('rolldown');
  const chats = new Map();
  for (const file of readdirSync(CHATS)) {
    const bundle = await rolldown({
      input: join(CHATS, file),
      platform: 'browser',
      resolve: {
        modules: [modules],
        mainFields: ['module', 'main'],
        // Its package names no subpath for the smallest of its bundles.
        alias: {
          'botframework-webchat-minimal': join(modules, 'botframework-webchat/dist/webchat-minimal.js'),
        },
      },
      transform: { define: { 'process.env.NODE_ENV': '"production"' } },
      moduleTypes: { '.css': 'text' },
      logLevel: 'silent',
    });
    const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
    await bundle.close();
    chats.set(basename(file, '.js'), output[0].code);
  }
  return chats;
}
