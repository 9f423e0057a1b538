import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A real server process with a database of its own, which a story may kill and start again. */
export interface Inn {
  readonly address: string;
  readonly dataDir: string;
  /** The one-time link that the server printed for the demo desk. */
  readonly deskLink: string;
  /** Everything the server printed since its last start. */
  readonly output: string;
  /** kill -9 */
  kill(): Promise<void>;
  /** Starts again on the same port and database. */
  start(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  /** Makes a further agent's one-time link. */
  addAgent(name: string, groups?: string, role?: 'lead' | 'admin'): Promise<string>;
  /** Ends it and deletes its database. */
  close(): Promise<void>;
}

/** Options of {@link openInn}. */
export interface InnOptions {
  readonly args?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** Starts a server from the built packages. */
export async function openInn({ args = [], env = {} }: InnOptions = {}): Promise<Inn> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiaoer-story-'));
  const port = await freePort();
  const environment = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...env };
  let child: ChildProcess | undefined;
  let deskLink = '';
  let output = '';

  const exit = (process: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => {
      if (process.exitCode !== null || process.signalCode !== null) resolve(process.exitCode);
      else process.once('exit', (code) => resolve(code));
    });

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const server = spawn(process.execPath, ['packages/server/dist/cli.js', ...args], { cwd: ROOT, env: environment });
      child = server;
      output = '';
      const onOutput = (chunk: Buffer) => {
        output += chunk.toString();
        deskLink = /http\S+\/desk\/enter\?key=\S+/.exec(output)?.[0] ?? deskLink;
        if (/\/health/.test(output)) resolve();
      };
      server.stdout.on('data', onOutput);
      server.stderr.on('data', onOutput);
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
    });

  await start();
  return {
    address: `http://127.0.0.1:${port}`,
    dataDir,
    get output() {
      return output;
    },
    get deskLink() {
      return deskLink;
    },
    async kill() {
      if (!child) return;
      child.kill('SIGKILL');
      await exit(child);
    },
    start,
    async stop() {
      if (!child) return null;
      child.kill('SIGTERM');
      return exit(child);
    },
    addAgent: (name, groups, role) =>
      new Promise((resolve, reject) => {
        const add = spawn(
          process.execPath,
          [
            'packages/server/dist/agent-cli.js',
            'add',
            name,
            ...(groups ? ['--groups', groups] : []),
            ...(role ? ['--role', role] : []),
          ],
          {
            cwd: ROOT,
            env: environment,
          },
        );
        let output = '';
        add.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
        add.on('exit', () => {
          const link = /http\S+\/desk\/enter\?key=\S+/.exec(output)?.[0];
          if (link) resolve(link);
          else reject(new Error(`no link in: ${output}`));
        });
      }),
    async close() {
      if (child && child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await exit(child);
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
