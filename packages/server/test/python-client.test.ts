import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { makeFolder } from './folder.ts';
import { openInn } from './inn.ts';

const CLIENT = fileURLToPath(new URL('../../../examples/python-client/ask.py', import.meta.url));

const missing = spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 10)']).status !== 0;
if (missing) console.warn('python3 (3.10 or later) is missing: the Python client is not tested');

interface Run {
  readonly child: ChildProcess;
  readonly over: Promise<{ readonly code: number | null; readonly out: string; readonly error: string }>;
}

/** Runs the client; without a question it only fetches what is new. */
function ask(port: number, state: string, ...question: readonly string[]): Run {
  const args = ['-B', CLIENT, `ws://127.0.0.1:${port}/ws`, '--shop', 'inn', '--state', state, ...question];
  const child = spawn('python3', args, { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  return { child, over: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, error }))) };
}

/** A way to the server that swallows its first word about an op, tells `onWord` and ends that link. Later ones pass. */
async function wayWithoutFirstWord(port: number, onWord: () => void): Promise<number> {
  let withheld = false;
  const way = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const end of [near, far]) end.on('error', () => undefined);
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => {
      if (withheld || !/"t":"(ack|events)"/.test(chunk.toString())) near.write(chunk);
      else {
        withheld = true;
        onWord();
        far.destroy();
      }
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void way.close());
  return (way.address() as { port: number }).port;
}

interface Kept {
  readonly conversation: string;
  readonly seq: number;
  readonly outbox: readonly object[];
}

const keptIn = (state: string): Kept => JSON.parse(readFileSync(state, 'utf8')) as Kept;

const ANSWER = '满 88 元包邮。';

describe.skipIf(missing)('the client in Python', { timeout: 60_000 }, () => {
  /** A server, a file for the client's state, and what the log holds of the shopper's own texts. */
  const open = async () => {
    const { port, store } = await openInn();
    const state = join(makeFolder(), 'state.json');
    const own = async () => {
      const events = await createSqliteLog(store).read(keptIn(state).conversation, 0, 1_000);
      return events.filter(({ from }) => from.role === 'shopper').map(({ body }) => body['text']);
    };
    return { port, state, own };
  };

  test('asks, prints the reply, and prints nothing twice when it resumes', async () => {
    const { port, state } = await open();
    const first = await ask(port, state, '运费怎么算？').over;
    expect(first).toEqual({ code: 0, error: '', out: `you: 运费怎么算？\nbot: ${ANSWER}\n` });
    expect(statSync(state).mode & 0o777).toBe(0o600);
    const { seq } = keptIn(state);
    expect(await ask(port, state).over).toEqual({ code: 0, error: '', out: '' });
    expect(keptIn(state).seq).toBe(seq);

    const second = await ask(port, state, '蚕丝被').over;
    expect(second.out).toContain('you: 蚕丝被\n');
    expect(second.out).toMatch(/^bot: .*蚕丝被 · CNY 899\.00/m);
    expect(second.out).not.toContain(ANSWER);
  });

  test('killed after the server has taken the op, the next run sends it again and it is there once', async () => {
    const { port, state, own } = await open();
    const way = await wayWithoutFirstWord(port, () => void run.child.kill('SIGKILL'));
    const run = ask(way, state, '运费怎么算？');
    expect(await run.over).toMatchObject({ code: null, out: '' });
    expect(keptIn(state)).toMatchObject({ seq: 0, outbox: [{ kind: 'text' }] });

    expect(await ask(port, state).over).toEqual({ code: 0, error: '', out: `you: 运费怎么算？\nbot: ${ANSWER}\n` });
    expect(keptIn(state).outbox).toEqual([]);
    expect(await own()).toEqual(['运费怎么算？']);
    expect((await ask(port, state).over).out).toBe('');
  });

  test('cut in the middle it comes back by itself, and shows everything once', async () => {
    const { port, state, own } = await open();
    const way = await wayWithoutFirstWord(port, () => undefined);
    const out = `you: 运费怎么算？\nbot: ${ANSWER}\n`;
    expect(await ask(way, state, '运费怎么算？').over).toEqual({ code: 0, error: '', out });
    expect(await own()).toEqual(['运费怎么算？']);
  });

  test('where nobody answers, the question is kept and goes with the next run', async () => {
    const { port, state, own } = await open();
    const unreached = await ask(1, state, '运费怎么算？', '--timeout', '1').over;
    expect(unreached).toEqual({
      code: 1,
      out: '',
      error: 'The server was not reached. What you wrote is kept and goes with the next run.\n',
    });
    expect((await ask(port, state, '蚕丝被').over).out).toMatch(/^you: 运费怎么算？\n(.*\n)*you: 蚕丝被\n/);
    expect(await own()).toEqual(['运费怎么算？', '蚕丝被']);
  });

  test('a refusal is told', async () => {
    const { port, state } = await open();
    const { code, error } = await ask(port, state, '运费怎么算？', '--shop', 'elsewhere').over;
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('shop-unknown') });
  });
});
