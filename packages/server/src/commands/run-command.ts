import { runEval } from './eval.ts';
import { runFlows } from './flows.ts';
import { runImport } from './import.ts';
import { runIntents } from './intents.ts';
import { runReplay } from './replay.ts';
import { runUnderstand } from './understand.ts';

/** One command: what it is called with, and what it prints. It throws an error that says what to do. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[]): Promise<string>;
}

/** The commands of `npx xiaoer` by their names. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  eval: {
    usage: 'eval --train FILE --test FILE --text COLUMN --label COLUMN [--oos LABEL] [--json]',
    run: runEval,
  },
  flows: { usage: 'flows FILE …', run: runFlows },
  import: {
    usage: 'import FILE|FOLDER … [--mapping FILE] [--out answers.json] [--report FILE] [--json]',
    run: runImport,
  },
  intents: {
    usage: 'intents --test FILE [--text COLUMN] [--label COLUMN] [--oos LABEL] [--lang zh|en] [--json]',
    run: runIntents,
  },
  replay: {
    usage: 'replay LOG|DATA_DIR [--shop FOLDER] [--mapping FILE] [--data DATA_DIR] [--days N] [--json]',
    run: runReplay,
  },
  understand: { usage: 'understand TEXT [--lang zh|en] [--json]', run: runUnderstand },
};

/** Runs a command and answers with its text. */
export async function runCommand(name: string, args: readonly string[]): Promise<string> {
  const command = COMMANDS[name];
  const usage = (one: Command) => `  npx xiaoer ${one.usage}`;
  if (!command) {
    const known = Object.values(COMMANDS).map(usage).join('\n');
    throw new Error(name === '' ? `Use one of:\n${known}` : `There is no command "${name}". Use one of:\n${known}`);
  }
  if (args.includes('--help')) return `Use:\n${usage(command)}`;
  try {
    return await command.run(args);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(
      /^(?:Unknown option|Option '|Unexpected argument)/.test(said)
        ? `${said.split('\n')[0]}\n${usage(command)}`
        : said,
    );
  }
}
