#!/usr/bin/env node
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { openDatabase } from './engines/open-database.ts';
import { databaseIn, prepareSchema } from './engines/schema.ts';
import { createAgents } from './identity/agents.ts';
import { isRole } from './identity/roles.ts';

const USAGE = 'Use: npm run agent -- add NAME [--groups after-sales,vip] [--role agent|lead|admin]';

function read(rest: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { groups: { type: 'string' }, role: { type: 'string' } },
      allowPositionals: true,
    });
    const { role } = values;
    if (role !== undefined && !isRole(role)) throw new Error(USAGE);
    return { given: positionals.join(' ').trim(), groups: values.groups?.split(/[,，]/), role };
  } catch {
    throw new Error(USAGE);
  }
}

/** Adds an agent in the server's database, whether the server runs or not, and prints a one-time link. */
async function main([verb, ...rest]: readonly string[]): Promise<void> {
  const { given, groups, role } = read(rest);
  if (verb !== 'add' || given === '') throw new Error(USAGE);
  const config = readConfig(process.env, []);
  mkdirSync(config.dataDir, { recursive: true });
  const database = await openDatabase(databaseIn(config.dataDir));
  try {
    prepareSchema(database);
    const agents = createAgents({
      reader: database,
      run: (sql, ...values) => Promise.resolve(Number(database.prepare(sql).run(...values).changes)),
    });
    const { name, key } = await agents.add(given, groups, role);
    const address = config.publicUrl?.replace(/\/$/, '') ?? `http://${config.host}:${config.port}`;
    process.stdout.write(`${name} comes in once, within a day, by\n  ${address}/desk/enter?key=${key}\n`);
  } finally {
    database.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
