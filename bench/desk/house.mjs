import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDeskClient } from '../../packages/core/dist/desk/index.js';
import { nodeEnv } from '../../packages/core/dist/env/node-env.js';
import { createClient, websocketTransport } from '../../packages/core/dist/index.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { WebSocket } = createRequire(join(ROOT, 'packages/server/package.json'))('ws');
const SHOP = 'yunlai';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The real server in a process of its own, in which nobody is told or sent away for waiting. */
export async function openHouse() {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    AGENT_CAPACITY: '100',
    TELL_AFTER_SECONDS: '0',
    ANSWER_LIMIT_SECONDS: '0',
    QUEUE_LIMIT_SECONDS: '86400',
  };
  const child = spawn(process.execPath, ['packages/server/dist/cli.js'], { cwd: ROOT, env });
  const deskLink = await new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk;
      const link = /http\S+\/desk\/enter\?key=\S+/.exec(said)?.[0];
      if (link && /\/health/.test(said)) resolve(link);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  const address = `http://127.0.0.1:${port}`;
  const socket = address.replace('http', 'ws');
  return {
    address,
    deskLink,
    shopper() {
      const client = createClient({
        shop: SHOP,
        transport: websocketTransport(`${socket}/ws`, WebSocket),
        env: nodeEnv(),
        locale: 'en',
      });
      client.connect();
      return client;
    },
    /** The agent of a cookie once more, without a page. */
    agent(cookie) {
      const Socket = class extends WebSocket {
        constructor(to) {
          super(to, { headers: { cookie, origin: address } });
        }
      };
      const transport = websocketTransport(`${socket}/desk/ws`, Socket);
      const client = createDeskClient({ shop: SHOP, transport, env: nodeEnv() });
      client.connect();
      return client;
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
