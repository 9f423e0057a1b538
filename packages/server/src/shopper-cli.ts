#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { databaseIn } from './engines/schema.ts';
import { openSqliteStore } from './engines/sqlite-store.ts';
import { findShoppers } from './privacy/find-shopper.ts';
import { isAlone, openShopperDesk } from './privacy/shopper-desk.ts';

const USAGE = `Use:
  npm run shopper -- export ID [--to FOLDER] [--locale zh-CN]
  npm run shopper -- erase ID --yes
ID is what you have of the shopper: the sub of their token, a mail address, or the id of a conversation or ticket.`;

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { to: { type: 'string' }, locale: { type: 'string' }, yes: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [verb, id, ...rest] = positionals;
    if ((verb !== 'export' && verb !== 'erase') || id === undefined || rest.length > 0) throw new Error(USAGE);
    return { verb, id, ...values };
  } catch {
    throw new Error(USAGE);
  }
}

/** Gives out or erases what is kept of one shopper, whether the server runs or not. */
async function main(args: readonly string[]): Promise<void> {
  const { verb, id, to, locale = 'en', yes } = read(args);
  const { dataDir } = readConfig(process.env, []);
  const path = databaseIn(dataDir);
  if (!existsSync(path)) throw new Error(`there is no database in ${dataDir}: name its folder in DATA_DIR`);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const alone = await isAlone(path);
  const store = await openSqliteStore(path);
  try {
    const [found, ...others] = findShoppers(store.reader, id);
    if (!found) throw new Error(`nobody is known as ${id}: ask for the id that your shop has of them`);
    if (others.length > 0)
      throw new Error(
        `${id} is several shoppers: ${[found, ...others].map(({ subject }) => subject).join(', ')}. Name one of these.`,
      );
    const desk = await openShopperDesk(store, dataDir, found, alone);
    if (verb === 'export') {
      const folder = resolve(to ?? `export-${new Date().toISOString().slice(0, 10)}`);
      const { conversations, tickets, files } = await desk.writeExport(folder, locale);
      return say(
        `${folder} holds ${conversations} conversations, ${tickets} tickets and ${files} files of ${found.subject}.`,
      );
    }
    if (yes !== true) {
      const { conversations, tickets, files } = await desk.count();
      return say(
        `${found.subject} has ${conversations} conversations, ${tickets} tickets and ${files} files. Erasing cannot be taken back. Say --yes to do it.`,
      );
    }
    const done = await desk.erase();
    say(
      done
        ? `${found.subject} is erased. Backups made before still hold it: delete them within the time that you promise.`
        : 'The server is at it. The wish is recorded and is carried out, also after a restart.',
    );
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
