import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEnv } from '@xiaoer/core/env/node';
import { runConformance, type Verdict } from '@xiaoer/core/testing';
import { eventStreamTransport, longPollTransport, websocketTransport } from '@xiaoer/core/transports';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, openInn } from './inn.ts';
import { openInnProcess } from './inn-process.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The command as somebody has it who installed the package, with what it depends on and, if wanted, `ws`. */
function installed(modules: readonly string[]): string {
  built('cli.js');
  const root = realpathSync(makeFolder());
  const place = join(root, 'node_modules/@xiaoer/core');
  mkdirSync(join(root, 'node_modules/@preact'), { recursive: true });
  for (const name of ['@preact/signals-core', 'idb-keyval', ...modules])
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(ROOT, 'packages/core', part), join(place, part), { recursive: true });
  return join(place, 'bin/xiaoer-conformance.mjs');
}

/** Runs the command to its end. */
function run(
  command: string,
  ...args: readonly string[]
): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, [command, ...args]);
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.error += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

test('the installed command finds that our server keeps the protocol', { timeout: 60_000 }, async () => {
  const server = await openInn();
  const command = installed(['ws']);
  const address = `ws://127.0.0.1:${server.port}/ws`;
  const agent = await agentCookie(server);
  const { code, out, error } = await run(
    command,
    address,
    '--shop',
    'inn',
    '--agent',
    agent,
    '--secret',
    's'.repeat(43),
  );
  expect({ code, error, fails: out.split('\n').filter((line) => line.startsWith('fails')) }).toEqual({
    code: 0,
    error: '',
    fails: [],
  });
  expect(out.trimEnd().split('\n').at(-1)).toBe('48 hold, 0 fail, 4 not checked');

  const lines = (await run(command, address, '--shop', 'inn', '--json')).out.trimEnd().split('\n');
  const results = lines.map((line) => (JSON.parse(line) as Verdict).result);
  expect(new Set(results)).toEqual(new Set(['holds', 'not checked']));
});

test('the command says what is wrong with the server, and with what it was told', { timeout: 60_000 }, async () => {
  const server = await openInn();
  const command = installed(['ws']);
  const address = `ws://127.0.0.1:${server.port}/ws`;
  const wrong = await run(command, address, '--shop', 'another-shop');
  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/^fails +hello: welcome echoes .*\n +expected .*\n +seen /);

  const first = async (...args: readonly string[]) => {
    const { code, error } = await run(command, ...args);
    return `${code} ${error.split('\n')[0]}`;
  };
  expect(await first()).toBe('2 name the address of the server');
  expect(await first('localhost', '--shop', 'inn')).toBe(
    '2 the address must be an address such as ws://127.0.0.1:4173/ws, not "localhost"',
  );
  expect(await first(address)).toBe('2 name the shop that the server serves: --shop ID');
  expect(await first(address, '--shop', 'inn', '--wait', 'long')).toBe(
    '2 --wait must be seconds from 1 to 600, not "long"',
  );
  expect(await first(address, '--shop', 'inn', '--secret', 'short')).toBe(
    '2 --secret must be 32 bytes as base64url, 43 characters',
  );
  expect(await first(address, '--shop', 'inn', '--colour')).toMatch(/^2 Unknown option '--colour'/);
  expect(await first(`${address}/nowhere`, '--shop', 'inn')).toBe(
    `2 no WebSocket opens at ${address}/nowhere: is the server there, and the path right?`,
  );
});

test.skipIf('WebSocket' in globalThis)('a Node without WebSocket is told what to install', async () => {
  const { code, error } = await run(installed([]), 'ws://127.0.0.1:9/ws', '--shop', 'inn');
  expect({ code, error }).toEqual({
    code: 2,
    error: 'This Node has no WebSocket. Use Node 22 or later, or install the package ws beside this one.\n',
  });
});

test.each([
  ['event stream', (base: string) => eventStreamTransport(base, globalThis)],
  ['long poll', (base: string) => longPollTransport(base, globalThis, nodeEnv())],
] as const)('our server keeps the protocol over the %s too', { timeout: 60_000 }, async (_, transportTo) => {
  const { port } = await openInn();
  const transport = transportTo(`http://127.0.0.1:${port}/link`);
  const verdicts: Verdict[] = [];
  for await (const verdict of runConformance({ env: nodeEnv(), transport, shop: 'inn' })) verdicts.push(verdict);
  expect(verdicts.filter(({ result }) => result === 'fails')).toEqual([]);
});

test('server rules 1 and 2: our server keeps what it acked over kill -9, and says when it was restored', {
  timeout: 60_000,
}, async () => {
  const { port, dataDir, start, kill } = await openInnProcess();
  const copies = makeFolder();
  let copied = 0;
  const operate = async (verb: 'backup' | 'restore', file: string) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    const child = spawn(process.execPath, [built('cli.js'), verb, file], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    expect(await new Promise((resolve) => child.on('close', resolve)), verb).toBe(0);
  };
  const control = {
    async restart() {
      await kill();
      await start();
    },
    async backup() {
      const file = join(copies, `${copied++}.db`);
      await operate('backup', file);
      return async () => {
        await kill();
        await operate('restore', file);
        await start();
      };
    },
  };
  const verdicts: Verdict[] = [];
  const transport = websocketTransport(`ws://127.0.0.1:${port}/ws`, WebSocket);
  for await (const verdict of runConformance({ env: nodeEnv(), transport, shop: 'inn', control }))
    verdicts.push(verdict);
  expect(verdicts.filter(({ result }) => result === 'fails')).toEqual([]);
  const kept = verdicts.filter(({ name }) => /crash|backup/.test(name));
  expect(kept.map(({ result }) => result)).toEqual(['holds', 'holds', 'holds']);
});
