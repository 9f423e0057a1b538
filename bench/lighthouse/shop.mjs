import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TAG = /<script src="[^"]*\/xiaoer\.js"[^>]*><\/script>/;

/** The server of the house with the bundled shop, and a database of its own. */
async function openServer() {
  const data = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const server = spawn(process.execPath, ['packages/server/dist/cli.js'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'error', DRAIN_MS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /(http:\S+)\/health/.exec(said);
      if (found) resolve(found[1]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}; run npm run build first`)));
  });
  return {
    address,
    async close() {
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Hands everything on as it is, except that pages lose the widget's tag where it is not wanted. */
function openDoor(address, withTag) {
  const door = createServer(({ method, url, headers }, response) => {
    // Pages come as they are, from both doors.
    const asked = { ...headers, ...(headers.accept?.includes('text/html') && { 'accept-encoding': 'identity' }) };
    const onward = request(address + url, { method, headers: asked }, (answer) => {
      if (!answer.headers['content-type']?.startsWith('text/html')) {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        return;
      }
      let page = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        page += part;
      });
      answer.on('end', () => {
        if (!TAG.test(page)) throw new Error(`${url} has no tag of the widget`);
        const text = withTag ? page : page.replace(TAG, '');
        response.writeHead(answer.statusCode, { ...answer.headers, 'content-length': Buffer.byteLength(text) });
        response.end(text);
      });
    });
    onward.on('error', () => response.destroy());
    onward.end();
  });
  return new Promise((resolve) => {
    door.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://127.0.0.1:${door.address().port}/`,
        close() {
          door.closeAllConnections();
          door.close();
        },
      }),
    );
  });
}

/** The bundled shop at two addresses: as it is, and without the widget's tag. */
export async function openShop() {
  const server = await openServer();
  const doors = { with: await openDoor(server.address, true), without: await openDoor(server.address, false) };
  return {
    with: doors.with.address,
    without: doors.without.address,
    async close() {
      doors.with.close();
      doors.without.close();
      await server.close();
    },
  };
}
