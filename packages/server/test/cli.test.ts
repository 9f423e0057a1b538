import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';

interface Run {
  readonly child: ChildProcess;
  /** Resolves with everything said so far once it fits. */
  said(pattern: RegExp): Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [built(file), ...args], { env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  return {
    child,
    said: (pattern) =>
      new Promise((resolve) => {
        const look = () => pattern.test(output) && resolve(output);
        listeners.add(look);
        look();
      }),
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))),
  };
}

test('the server says where it is; an agent is added while it runs; the first signal ends it cleanly', async () => {
  const DATA_DIR = makeFolder();
  const server = run('cli.js', [], { DATA_DIR, PORT: '0' });
  const output = await server.said(/\/health/);
  const address = /(http:\S+)\/health/.exec(output)?.[1] ?? '';
  expect(output).toMatch(/storefront {2}http:\/\/127\.0\.0\.1:\d+\/\n/);
  expect(output).toMatch(/playground {2}http:\/\/127\.0\.0\.1:\d+\/playground\/\n/);
  expect(output).toMatch(/\/desk\/enter\?key=[\w-]{43} /);
  expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ status: 'ok', synchronous: 'full' });

  const added = await run('agent-cli.js', ['add', '小', '棠'], { DATA_DIR, PORT: new URL(address).port }).ended;
  expect(added).toMatchObject({ code: 0, output: expect.stringContaining('小 棠') });
  const link = /http\S+/.exec(added.output)?.[0] ?? '';
  const entered = await fetch(link, { redirect: 'manual' });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/desk/']);

  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

test('what is wrong is said in a line, with what to do, and ends with 1', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const DATA_DIR = makeFolder();
  const runs = [
    run('cli.js', [], { DATA_DIR, PORT: String(port) }),
    run('cli.js', [], { DATA_DIR, PORT: 'web', ORIGINS: 'shop.example' }),
    run('cli.js', ['--shop', `${DATA_DIR}/nowhere`], { DATA_DIR, PORT: '0' }),
    run('cli.js', ['--shopp', DATA_DIR], { DATA_DIR, PORT: '0' }),
    run('agent-cli.js', ['remove', 'Tang'], { DATA_DIR }),
  ];
  const said = (await Promise.all(runs.map(({ ended }) => ended))).map(
    ({ code, output }) => `${code} ${output.trim()}`,
  );
  expect(said).toEqual([
    `1 Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
    expect.stringMatching(/^1 PORT: write a whole number from 0 to 65535\nORIGINS: write origins such as/),
    `1 there is no folder ${DATA_DIR}/nowhere; give --shop the folder of your exported files`,
    expect.stringMatching(/^1 Unknown option '--shopp'.*\nUse: npm start -- \[--shop DIR\]/),
    expect.stringMatching(/^1 Use: npm run agent -- add NAME/),
  ]);
});
