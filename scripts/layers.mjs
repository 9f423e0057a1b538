import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './run.mjs';

/** Which packages, by specifier, a package may import: the arrows of docs/architecture.md. */
const PACKAGES = {
  core: ['@preact/signals-core', 'idb-keyval'],
  host: ['@xiaoer/core/protocol', '@xiaoer/core/env', '@xiaoer/core/view'],
  assistant: ['@xiaoer/core/protocol', '@xiaoer/core/env'],
  widget: [
    '@xiaoer/core',
    '@xiaoer/core/env',
    '@xiaoer/core/protocol',
    '@xiaoer/core/transports',
    '@xiaoer/core/uploads',
    'preact',
    'preact/hooks',
    '@preact/signals-core',
  ],
  'react-bindings': ['@xiaoer/core', '@xiaoer/core/protocol', '@xiaoer/widget', 'react'],
  server: [
    '@xiaoer/core/protocol',
    '@xiaoer/core/env',
    '@xiaoer/core/view',
    '@xiaoer/host',
    '@xiaoer/assistant',
    '@xiaoer/assistant/claims',
    '@xiaoer/assistant/flows',
    '@xiaoer/assistant/intents',
    '@xiaoer/assistant/learning',
    '@xiaoer/assistant/provider',
    '@node-rs/argon2',
    '@photostructure/sqlite',
    'csv-parse/sync',
    'jose',
    'nodemailer',
    'valibot',
    'ws',
    'node:',
  ],
  desk: [
    '@xiaoer/core',
    '@xiaoer/core/desk',
    '@xiaoer/core/protocol',
    '@xiaoer/core/uploads',
    '@xiaoer/widget/content',
    '@xiaoer/widget/locales',
    '@xiaoer/widget/theme',
    'preact',
    'preact/hooks',
    '@preact/signals',
    'uplot',
  ],
};

/** What one folder of a package may import besides: the widget's own house is host and assistant, fetched on demand. */
const BESIDES = { 'widget/in-page': ['@xiaoer/core/view', '@xiaoer/host', '@xiaoer/assistant/page'] };

/** Which folders of the same package a folder may import; a folder that is not named is free. '.' is the root. */
const FOLDERS = {
  core: {
    protocol: [],
    env: [],
    view: ['protocol'],
    stores: ['env'],
    outbox: ['protocol', 'stores', 'env', 'view'],
    replica: ['protocol', 'stores', 'env', 'view'],
    transports: ['protocol', 'env'],
    link: ['protocol', 'transports', 'env'],
    identity: ['protocol', 'stores', 'env'],
    uploads: ['protocol', 'stores', 'env', 'outbox', 'view', 'identity', 'conversation', 'session', '.'],
  },
  widget: {
    // Only by import(): the bundle refuses a loader with static imports.
    loader: ['.', 'locales'],
    theme: [],
    analytics: ['state'],
    // Reaches host and assistant, which no other part of the widget does.
    'in-page': ['state'],
    locales: [],
    content: ['locales', 'theme'],
    state: ['content', 'locales'],
    parts: ['state', 'content', 'locales', 'theme'],
  },
};

function* sources(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(name) && !name.endsWith('.d.ts')) yield path;
  }
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g;

const problems = [];
let edges = 0;
for (const [name, allowed] of Object.entries(PACKAGES)) {
  const src = join(ROOT, 'packages', name, 'src');
  for (const file of sources(src)) {
    const folder = relative(src, dirname(file)).split('/')[0] || '.';
    const say = (text) => problems.push(`${relative(ROOT, file)}: ${text}`);
    for (const match of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const specifier = match[1] ?? match[2] ?? match[3];
      edges++;
      if (!specifier.startsWith('.')) {
        const besides = BESIDES[`${name}/${folder}`] ?? [];
        const known = [...allowed, ...besides].some(
          (one) => specifier === one || (one.endsWith(':') && specifier.startsWith(one)),
        );
        if (!known && folder !== 'testing') say(`${name} may not import ${specifier}`);
        if (FOLDERS[name]?.[folder]?.length === 0 && name === 'core')
          say(`${folder} imports nothing, not even ${specifier}`);
        continue;
      }
      const target = relative(src, join(dirname(file), specifier));
      if (target.startsWith('..')) {
        say(`reaches out of its package: ${specifier}`);
        continue;
      }
      const to = target.includes('/') ? target.split('/')[0] : '.';
      const may = FOLDERS[name]?.[folder];
      if (may && to !== folder && !may.includes(to)) say(`${folder} may not import ${to} (${specifier})`);
    }
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`layers: ${edges} imports, all along the arrows`);
