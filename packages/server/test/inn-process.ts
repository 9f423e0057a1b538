import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';

/** The built server in a process of its own, which a test may kill and start again on the same port and storage. */
export interface InnProcess {
  readonly port: number;
  readonly dataDir: string;
  start(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
}

/** A port that nobody has at the moment. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Starts a server with a shop without goods, `inn`. Ends with the test. */
export async function openInnProcess(dataDir = makeFolder()): Promise<InnProcess> {
  const shop = makeFolder({
    'mapping.json': { shop: { id: 'inn', name: 'The Inn', locales: ['en'], currency: 'CNY' } },
  });
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = spawn(process.execPath, [built('cli.js'), '--shop', shop], {
        env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
      });
      child = one;
      let said = '';
      for (const stream of [one.stdout, one.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (said.includes('/health')) resolve();
        });
      one.on('close', () => reject(new Error(`the server ended: ${said}`)));
    });
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
      child.on('close', () => resolve());
      child.kill('SIGKILL');
    });
  await start();
  onTestFinished(kill);
  return { port, dataDir, start, kill };
}
