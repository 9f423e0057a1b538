import { resolve } from 'node:path';
import { readConfig } from './config.ts';
import { rebuildNumbers } from './numbers/rebuild-numbers.ts';
import { shopIn } from './places.ts';
import { loadRules } from './quality/read-rules.ts';
import { shopClaimsOf } from './quality/shop-claims.ts';
import { loadFolder } from './shops/load-folder.ts';
import { backUp } from './storage/back-up.ts';
import { restore } from './storage/restore.ts';

/** The verbs of the command that work on the storage instead of starting the server. */
export const STORAGE_VERBS: readonly string[] = ['backup', 'restore', 'numbers'];

async function runNumbers(rest: readonly string[]): Promise<void> {
  const [verb, ...args] = rest;
  if (verb !== 'rebuild') throw new Error('Use: npm run numbers -- rebuild [--shop DIR]');
  const { dataDir, places, shop, mapping } = readConfig(process.env, args);
  const begun = performance.now();
  const { directory, knowledge } = loadFolder(shopIn(places, shop), mapping);
  const { conversations, events, kept } = await rebuildNumbers(dataDir, loadRules(directory), shopClaimsOf(knowledge));
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  process.stdout.write(`${events} events of ${conversations} conversations were counted anew in ${seconds} s.\n`);
  if (kept > 0)
    process.stdout.write(`${kept} conversations that were erased or trimmed stay as they were counted before.\n`);
}

/**
 * `numbers rebuild`, `backup FILE` and `restore FILE` on the database in DATA_DIR.
 * @throws Error that says what is wrong and what to do.
 */
export async function runStorageVerb([verb, file, ...rest]: readonly string[]): Promise<void> {
  if (verb === 'numbers') return runNumbers(file === undefined ? rest : [file, ...rest]);
  if (file === undefined || rest.length > 0) throw new Error(`Use: npm run ${verb} -- FILE`);
  const { dataDir } = readConfig(process.env, []);
  const path = resolve(file);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (verb === 'backup') {
    const files = await backUp(dataDir, path);
    return void say(
      `${path} holds everything as of now${files > 0 ? `, with ${files} attached files beside it` : ''}.`,
    );
  }
  const { epoch, replaced } = await restore(dataDir, path);
  say(`${path} was restored, epoch ${epoch}.`);
  if (replaced !== undefined) say(`What was there before is in ${replaced}: delete it when you no longer need it.`);
}
