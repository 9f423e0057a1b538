import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder of somebody who installed the server: copies of our packages that it serves, and links to all others. */
function installation(): { readonly cli: string; readonly DATA_DIR: string } {
  const root = realpathSync(makeFolder());
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@xiaoer/server'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@xiaoer' && !name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  for (const name of ['core', 'host', 'assistant'])
    symlinkSync(join(ROOT, 'packages', name), join(modules, '@xiaoer', name));
  cpSync(dirname(built('cli.js')), join(modules, '@xiaoer/server/dist'), { recursive: true });
  cpSync(join(ROOT, 'packages/server/package.json'), join(modules, '@xiaoer/server/package.json'));
  for (const [name, file, text] of [
    ['widget', 'xiaoer.js', '// the installed loader'],
    ['desk', 'index.html', '<!doctype html><title>the installed desk</title>'],
  ] as const) {
    mkdirSync(join(modules, '@xiaoer', name, 'dist/browser'), { recursive: true });
    cpSync(join(ROOT, 'packages', name, 'package.json'), join(modules, '@xiaoer', name, 'package.json'));
    writeFileSync(join(modules, '@xiaoer', name, 'dist/browser', file), text);
  }
  return { cli: join(modules, '@xiaoer/server/dist/cli.js'), DATA_DIR: join(root, 'data') };
}

/** Runs the server until it is open or has ended; what it said. */
function start(cli: string, args: readonly string[], DATA_DIR: string): Promise<string> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, DATA_DIR, PORT: '0' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('/health')) resolve(output);
      });
    child.on('close', () => resolve(output));
  });
}

test('an installed server serves widget and desk from their packages, and needs a shop', async () => {
  const { cli, DATA_DIR } = installation();
  expect(await start(cli, [], DATA_DIR)).toBe(
    'there is no bundled shop here; give --shop the folder of your exported files\n',
  );
  const shop = makeFolder({
    'mapping.json': { shop: { id: 'inn', name: 'The Inn', locales: ['en'], currency: 'CNY' } },
  });
  const said = await start(cli, ['--shop', shop], DATA_DIR);
  const address = /(http:\S+)\/health/.exec(said)?.[1] ?? said;
  const read = async (path: string) => (await fetch(`${address}${path}`)).text();
  expect(await read('/xiaoer/xiaoer.js')).toBe('// the installed loader');
  expect(await read('/desk/')).toContain('the installed desk');
  expect(await read('/')).toContain('data-shop="inn"');
});
