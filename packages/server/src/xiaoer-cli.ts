#!/usr/bin/env node
import { COMMANDS, runCommand } from './commands/run-command.ts';

const [name = '', ...args] = process.argv.slice(2);

runCommand(name, args).then(
  (text) => process.stdout.write(`${text}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(name in COMMANDS ? 1 : 2);
  },
);
