import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the bench compares us with, and what bundles it. Fetched at the first run; no part of the house. */
const PEERS = {
  '@chatui/core': '3.8.0',
  'botframework-webchat': '4.18.1',
  'deep-chat': '2.4.2',
  react: '18.3.1',
  'react-dom': '18.3.1',
  rolldown: '1.1.5',
};

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/xiaoer-bench-widget/', import.meta.url));
const CHATS = fileURLToPath(new URL('chats/', import.meta.url));

function install() {
  const wanted = JSON.stringify({ private: true, dependencies: PEERS });
  const manifest = join(FOLDER, 'package.json');
  if (existsSync(join(FOLDER, 'node_modules')) && readFileSync(manifest, 'utf8') === wanted) return;
  console.error('Fetching deep-chat, ChatUI and Bot Framework Web Chat …');
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(manifest, wanted);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], { cwd: FOLDER });
}

/** Each chat as one small script, by name. */
export async function bundleChats() {
  install();
  const { rolldown } = await import(
    pathToFileURL(createRequire(join(FOLDER, 'package.json')).resolve('rolldown')).href
  );
  const chats = new Map();
  for (const file of readdirSync(CHATS)) {
    const bundle = await rolldown({
      input: join(CHATS, file),
      platform: 'browser',
      resolve: {
        modules: [join(FOLDER, 'node_modules')],
        mainFields: ['module', 'main'],
        // Its package names no subpath for the smallest of its bundles.
        alias: {
          'botframework-webchat-minimal': join(FOLDER, 'node_modules/botframework-webchat/dist/webchat-minimal.js'),
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
