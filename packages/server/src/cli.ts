#!/usr/bin/env node
import { existsSync, writeFileSync } from 'node:fs';
import { type Config, readConfig } from './config.ts';
import { databaseIn } from './engines/schema.ts';
import { openSqliteStore } from './engines/sqlite-store.ts';
import type { RunningServer } from './server.ts';
import { fullReport, printReport } from './shops/import-report.ts';
import { runStorageVerb, STORAGE_VERBS } from './storage-cli.ts';

/** Name of the agent that the demo's link lets in. */
const DEMO_AGENT = '小棠';

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

function readable(error: unknown, config: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is taken. Stop the program that uses it, or choose another: PORT=${config.port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${config.port} may not be used by this user. Choose one above 1023: PORT=4173 npm start`;
  if (code === 'EADDRNOTAVAIL') return `HOST=${config.host} is no address of this machine.`;
  return error instanceof Error ? error.message : String(error);
}

async function announce(server: RunningServer, config: Config): Promise<void> {
  const { address, folder } = server;
  if (config.shop !== undefined) {
    const how =
      folder.mapping === undefined ? 'no mapping.json: fields are looked for under our names' : folder.mapping;
    process.stdout.write(`Imported ${folder.directory} (${how})\n${printReport(folder.report)}\n`);
    if (config.report !== undefined) writeFileSync(config.report, fullReport(folder.report));
  }
  const lines = [`  storefront  ${address}/`];
  if (existsSync(config.places.playground)) lines.push(`  playground  ${address}/playground/`);
  lines.push(`  desk        ${address}/desk/`);
  if (server.demo) {
    const { key } = await server.agents.add(DEMO_AGENT, undefined, 'admin');
    lines.push(`              ${address}/desk/enter?key=${key}   (once, within a day)`);
  } else lines.push('              agents come in by: npm run agent -- add NAME');
  lines.push(`  health      ${address}/health`);
  process.stdout.write(`Xiaoer is open.\n${lines.join('\n')}\nCtrl-C stops it.\n`);
}

/** Stops at the first signal by draining, at the second at once. */
function stopOnSignal(server: RunningServer, config: Config): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    server.close(config.drainMs).then(
      () => process.exit(0),
      (error: unknown) => fail(`It did not stop cleanly: ${readable(error, config)}`),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (STORAGE_VERBS.includes(args[0] ?? ''))
    return runStorageVerb(args).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  const config = (() => {
    try {
      return readConfig(process.env, args);
    } catch (error) {
      return fail(error instanceof Error ? error.message : String(error));
    }
  })();
  try {
    // The writer's thread starts while this one loads the rest of the house.
    const opening = openSqliteStore(databaseIn(config.dataDir));
    opening.catch(() => undefined);
    const { startServer } = await import('./server.ts');
    const server = await startServer(config, opening);
    stopOnSignal(server, config);
    // Every op would be refused from now on: whoever watches over the process should start it again.
    server.store.broken.then((error) => fail(`The database can no longer be written: ${error.message}`), fail);
    await announce(server, config);
  } catch (error) {
    fail(readable(error, config));
  }
}

await main();
