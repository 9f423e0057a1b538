import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSqliteLog } from '../src/engines/sqlite-log.ts';
import { openSqliteStore } from '../src/engines/sqlite-store.ts';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';
import { conversationId } from './made-up.ts';

/** Appends without end, 16 conversations at once, and prints every acknowledged number. */
const CHILD = `
import { createSqliteLog } from ${JSON.stringify(built('engines/sqlite-log.js'))};
import { openSqliteStore } from ${JSON.stringify(built('engines/sqlite-store.js'))};
const log = createSqliteLog(await openSqliteStore(process.argv[1]));
const names = Array.from({ length: 16 }, (_, n) => ('c' + n + '-' + '0'.repeat(20)).slice(0, 22));
for (let seq = 1; ; seq++) {
  const from = { role: 'shopper', id: 'user:mei' };
  const batches = names.map((id) => ({
    conversation: id,
    ...(seq === 1 ? { create: { id, shop: 'inn', subject: 'user:' + id, createdAt: 1 } } : {}),
    events: [{ seq, id: 'op' + seq, at: 1, from, kind: 'text', body: { text: 'line ' + seq } }],
  }));
  const accepted = await log.insert(batches);
  if (!accepted.every(Boolean)) throw new Error('refused');
  process.stdout.write(seq + '\\n');
}`;

test('rule 2: kill -9 under load loses nothing that was acknowledged, and leaves no hole', async () => {
  const path = join(makeFolder(), 'log.db');
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > 40) child.kill('SIGKILL');
    });
    child.on('close', () => resolve());
  });
  const acknowledged = Number(said.trimEnd().split('\n').at(-1));
  expect(acknowledged).toBeGreaterThan(39);

  const store = await openSqliteStore(path);
  const log = createSqliteLog(store);
  for (let n = 0; n < 16; n++) {
    const events = await log.read(conversationId(`c${n}`), 0, 1_000_000);
    expect(events.length).toBeGreaterThanOrEqual(acknowledged);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    expect(events.every(({ seq, body }) => body['text'] === `line ${seq}`)).toBe(true);
  }
  await store.close();
});
