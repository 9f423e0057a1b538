import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = ['core', 'host', 'assistant', 'widget', 'react', 'desk', 'server'];
/** Entries that are types and nothing else. */
const TYPES_ALONE = ['@xiaoer/core/env', '@xiaoer/widget/global'];
const HERE = fileURLToPath(new URL('installed', import.meta.url));

const run = promisify(execFile);
const failed = (error: unknown): string => {
  const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string };
  return `${message}\n${stdout}\n${stderr}`;
};

let project = '';
/** Why there is no project to try: the registry, from which the packages of others come, cannot be reached. */
let unreachable: string | undefined;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'xiaoer-packed-'));
  const packed = join(project, 'packed');
  await mkdir(packed);
  const workspaces = PACKAGES.flatMap((name) => ['-w', `@xiaoer/${name}`]);
  await run('npm', ['pack', '--silent', '--pack-destination', packed, ...workspaces], { cwd: ROOT });
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const files = (await readdir(packed)).map((name) => `./packed/${name}`);
  expect(files).toHaveLength(PACKAGES.length);
  try {
    const others = ['react@19', 'react-dom@19', '@types/node@20'];
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...files, ...others], { cwd: project });
  } catch (error) {
    const why = failed(error);
    if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(why)) throw new Error(why);
    unreachable = why;
    console.warn('The story of the packed packages is skipped: the npm registry cannot be reached.');
  }
  for (const name of await readdir(HERE)) await copyFile(join(HERE, name), join(project, name));
}, 300_000);

afterAll(() => rm(project, { recursive: true, force: true }));

/** Runs a program of the project. */
const node = (...args: readonly string[]) =>
  run(process.execPath, [...args], { cwd: project }).then(
    ({ stdout }) => stdout.trim(),
    (error) => Promise.reject(new Error(failed(error))),
  );

test('everything that is exported can be imported where there is no DOM, and nothing is drawn or left behind there', async (context) => {
  if (unreachable) return context.skip(unreachable);
  const { imported, html, added, dom } = JSON.parse(await node('import-all.mjs'));
  expect(imported.map(([name]: [string]) => name)).toEqual(
    expect.arrayContaining([
      '@xiaoer/core',
      '@xiaoer/core/protocol',
      '@xiaoer/widget',
      '@xiaoer/widget/global',
      '@xiaoer/react',
      '@xiaoer/server',
    ]),
  );
  const empty = imported.filter(([, exports]: [string, number]) => exports === 0).map(([name]: [string]) => name);
  expect({ empty, html, added, dom }).toEqual({
    empty: TYPES_ALONE,
    html: '<main></main>',
    added: [],
    dom: 'undefined',
  });
});

test('the types hold for somebody who has only the packages', async (context) => {
  if (unreachable) return context.skip(unreachable);
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
  const tsc = join(ROOT, 'node_modules/@typescript/native/bin/tsc');
  expect(await node(tsc, ...options, '--lib', 'es2023,dom,dom.iterable', 'consumer.ts')).toBe('');
});

test('the installed server serves the installed widget, and answers the installed client', async (context) => {
  if (unreachable) return context.skip(unreachable);
  const shop = join(project, 'shop');
  await mkdir(shop);
  const mapping = { shop: { id: 'tea', name: { en: 'Hill Tea' }, locales: ['en'], currency: 'CNY' } };
  const products = [{ id: 'oolong', title: 'Oolong', price: { amount: 8800, currency: 'CNY' } }];
  await writeFile(join(shop, 'mapping.json'), JSON.stringify(mapping));
  await writeFile(join(shop, 'products.json'), JSON.stringify(products));
  const environment = { ...process.env, PORT: '0', DATA_DIR: join(project, 'data') };
  const server: ChildProcess = spawn(join(project, 'node_modules/.bin/xiaoer-server'), ['--shop', shop], {
    cwd: project,
    env: environment,
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      const listen = (chunk: Buffer) => {
        output += chunk.toString();
        const [, found] = /health\s+(http:\S+)\/health/.exec(output) ?? [];
        if (found) resolve(found);
      };
      server.stdout?.on('data', listen);
      server.stderr?.on('data', listen);
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
    });
    for (const path of ['/xiaoer/xiaoer.js', '/desk/'])
      expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
    expect(await node('ask.mjs', address, 'How much is the oolong?')).toMatch(/88/);
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
  }
});
