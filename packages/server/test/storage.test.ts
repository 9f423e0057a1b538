import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/engines/open-database.ts';
import { databaseIn, uploadsIn } from '../src/engines/schema.ts';
import { uploadsOf } from '../src/storage/back-up.ts';
import { built } from './built.ts';
import { makeFolder } from './folder.ts';
import { append, dial, hello } from './inn.ts';
import { openInnProcess } from './inn-process.ts';

const SECRET = 's'.repeat(43);
const ROOM = 'room-'.padEnd(22, '0');
const FILE = 'a'.repeat(32);

/**
 * An attached file that nobody opens here: its row, and bytes in the folder. Another process writes the row: in this one
 * a closed database stays locked until its statements are collected.
 */
function attach(dataDir: string, file: string): void {
  writeFileSync(join(uploadsIn(dataDir), file), 'sealed');
  const sql = `
    INSERT OR IGNORE INTO subject_key (shop, subject, key) VALUES ('inn', 's', zeroblob(32));
    INSERT INTO upload (file, shop, principal, id, subject, size, created_at, touched_at)
    VALUES ('${file}', 'inn', 'p', 'u', 's', 6, ${Date.now()}, ${Date.now()});`;
  const script = `
    import { openDatabase } from ${JSON.stringify(pathToFileURL(built('engines/open-database.js')).href)};
    (await openDatabase(process.env.FILE)).exec(process.env.SQL);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, FILE: databaseIn(dataDir), SQL: sql },
  });
}

/** Writes lines on a link of the visitor, and waits until each is on the disk. */
async function write(server: { readonly port: number }, lines: readonly string[]): Promise<void> {
  const line = await dial(server, '/ws');
  line.send(hello({ secret: SECRET }));
  await line.next('welcome');
  for (const text of lines) {
    line.send(append(ROOM, `op-${text}`, text));
    await line.next('ack');
  }
  line.end();
}

/** What a reader is answered who holds number `seq` of that epoch: epoch, type of the first frame with events, texts of the shopper. */
async function read(server: { readonly port: number }, cursor?: { readonly epoch: string; readonly seq: number }) {
  const line = await dial(server, '/ws');
  line.send(hello({ secret: SECRET, cursors: cursor ? [{ conversation: ROOM, ...cursor }] : [] }));
  const { conversations } = (await line.next('welcome')) as unknown as {
    conversations: readonly { readonly epoch: string }[];
  };
  const { t, events } = (await line.next(({ t }) => t === 'events' || t === 'reset')) as unknown as {
    t: string;
    events: readonly { readonly from: { readonly role: string }; readonly body: { readonly text?: string } }[];
  };
  line.end();
  const texts = events.filter(({ from }) => from.role === 'shopper').map(({ body }) => body.text);
  return { epoch: conversations[0]?.epoch, t, texts };
}

/** Runs a verb of the command: its exit code and what it said, without the folders of this run. */
function operate(verb: 'backup' | 'restore', DATA_DIR: string, ...files: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [built('cli.js'), verb, ...files], { env: { ...process.env, DATA_DIR } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const folders = [DATA_DIR, ...files.map((file) => dirname(file))];
      resolve(folders.reduce((text, folder) => text.replaceAll(`${folder}/`, ''), `${code} ${output.trim()}`));
    }),
  );
}

/** Restores, and tells the new epoch and where the old database is. */
async function restored(
  dataDir: string,
  backup: string,
): Promise<{ readonly epoch: string; readonly replaced: string }> {
  const said = await operate('restore', dataDir, backup);
  const [, epoch = '', replaced = ''] =
    /^0 \S+ was restored, epoch (\S{16})\.(?:\n.* is in (\S+): delete)?/.exec(said) ?? [];
  expect(epoch, said).not.toBe('');
  return { epoch, replaced: replaced && join(dataDir, replaced) };
}

test('a backup is taken while the server runs; restored it is whole, and another epoch', async () => {
  const dataDir = makeFolder();
  const backup = join(makeFolder(), 'nights/monday.db');
  const first = await openInnProcess(dataDir);
  await write(first, ['one', 'two']);
  attach(dataDir, FILE);
  expect(await operate('backup', dataDir, backup)).toBe(
    '0 monday.db holds everything as of now, with 1 attached files beside it.',
  );
  expect(readdirSync(uploadsOf(backup))).toEqual([FILE]);
  expect(statSync(backup).mode & 0o77).toBe(0);
  expect(await operate('backup', dataDir, backup)).toBe('1 monday.db is there already: name a new file');

  await write(first, ['three']);
  const before = await read(first);
  expect(before.texts).toEqual(['one', 'two', 'three']);
  expect(await operate('restore', dataDir, backup)).toBe(
    '1 xiaoer.db is in use: stop the server first, then restore again',
  );
  await first.kill();

  const { epoch, replaced } = await restored(dataDir, backup);
  expect(epoch).not.toBe(before.epoch);
  const second = await openInnProcess(dataDir);
  // Rule 16: the cursor of the lost generation is answered with a page, though its number may be there again.
  expect(await read(second, { epoch: String(before.epoch), seq: 2 })).toEqual({
    epoch,
    t: 'reset',
    texts: ['one', 'two'],
  });
  await second.kill();

  // What stood there before can be had again.
  await restored(dataDir, databaseIn(replaced));
  expect((await read(await openInnProcess(dataDir))).texts).toEqual(before.texts);
  expect(readdirSync(uploadsOf(databaseIn(replaced)))).toEqual([FILE]);
});

test('a restore to an empty folder, as after a lost disk, brings the attached files too', async () => {
  const [dataDir, fresh] = [makeFolder(), join(makeFolder(), 'new/data')];
  const backup = join(makeFolder(), 'all.db');
  const server = await openInnProcess(dataDir);
  await write(server, ['one']);
  attach(dataDir, FILE);
  await operate('backup', dataDir, backup);
  await server.kill();
  expect(await restored(fresh, backup)).toMatchObject({ replaced: '' });
  expect(readFileSync(join(uploadsIn(fresh), FILE), 'utf8')).toBe('sealed');
  expect(readdirSync(fresh).sort()).toEqual(['uploads', 'xiaoer.db']);
});

test('a file that is no backup, is damaged or of a newer version is refused, and nothing changes', async () => {
  const dataDir = makeFolder();
  const folder = makeFolder();
  const server = await openInnProcess(dataDir);
  await write(
    server,
    Array.from({ length: 12 }, (_, n) => `line-${n}`),
  );
  await operate('backup', dataDir, join(folder, 'good.db'));
  await server.kill();

  const bytes = readFileSync(join(folder, 'good.db'));
  writeFileSync(join(folder, 'noise.db'), Buffer.alloc(9_000, 7));
  writeFileSync(join(folder, 'short.db'), bytes.subarray(0, bytes.length - 8_192));
  (await openDatabase(join(folder, 'other.db'))).close();
  await operate('backup', dataDir, join(folder, 'newer.db'));
  const newer = await openDatabase(join(folder, 'newer.db'));
  newer.exec("UPDATE meta SET value = '999' WHERE name = 'schema'");
  newer.close();

  const refusal = (name: string) => operate('restore', dataDir, join(folder, name));
  expect(await refusal('noise.db')).toBe('1 noise.db cannot be restored: file is not a database. Nothing was changed.');
  expect(await refusal('short.db')).toMatch(/^1 short\.db cannot be restored: .*(damaged|malformed)/);
  expect(await refusal('other.db')).toBe(
    '1 other.db cannot be restored: it is no database of Xiaoer. Nothing was changed.',
  );
  expect(await refusal('newer.db')).toMatch(/^1 newer\.db cannot be restored: .*start the newer version of Xiaoer/);
  expect(await refusal('nowhere.db')).toBe('1 there is no file nowhere.db');
  expect(await operate('restore', dataDir)).toBe('1 Use: npm run restore -- FILE');
  expect(await operate('backup', makeFolder(), join(folder, 'x.db'))).toMatch(
    /^1 there is no database in \S+: name its folder in DATA_DIR$/,
  );
  expect(readdirSync(dataDir).sort()).toEqual(['uploads', 'xiaoer.db']);
  expect((await read(await openInnProcess(dataDir))).texts).toEqual(Array.from({ length: 12 }, (_, n) => `line-${n}`));
});

test('a database that cannot be read any more is replaced all the same', async () => {
  const dataDir = makeFolder();
  const backup = join(makeFolder(), 'good.db');
  const server = await openInnProcess(dataDir);
  await write(server, ['one']);
  await operate('backup', dataDir, backup);
  await server.kill();
  for (const part of ['-wal', '-shm']) rmSync(databaseIn(dataDir) + part, { force: true });
  writeFileSync(databaseIn(dataDir), Buffer.alloc(9_000, 7));
  const { replaced } = await restored(dataDir, backup);
  expect(readFileSync(databaseIn(replaced)).equals(Buffer.alloc(9_000, 7))).toBe(true);
  expect(await read(await openInnProcess(dataDir))).toMatchObject({ texts: ['one'] });
});
