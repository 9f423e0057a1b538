import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figuresBy, figuresOf, type Played, type ReplayFigures, replaySteps } from '@xiaoer/assistant/learning';
import { openForReading, type ReadStore } from '../engines/open-for-reading.ts';
import { databaseIn } from '../engines/schema.ts';
import { inSlices } from '../learning/in-slices.ts';
import { createKnowing, type Knowing } from '../learning/knowing.ts';
import { readMaterial } from '../learning/read-material.ts';
import { createRecorded } from '../learning/read-recorded.ts';
import { createVersionLog, type VersionLog } from '../learning/version-log.ts';
import { openLibrary } from '../open-library.ts';
import { PLACES } from '../places.ts';
import { createShopSettings } from '../settings/settings.ts';
import { loadFolder } from '../shops/load-folder.ts';
import { type ReplayLog, readReplayLog } from './read-replay-log.ts';

const USE =
  'Use: npx xiaoer replay LOG|DATA_DIR [--shop FOLDER] [--mapping FILE] [--data DATA_DIR] [--days N] [--json]';

/** Days of a store that are asked again, unless another number is given. */
const DAYS = 90;
const DAY_MS = 86_400_000;
/** Intents and wrong answers that are shown; --json has all. */
const SHOWN = { intents: 20, wrong: 10, leftOut: 5 };

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1));
const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

const HEAD = ['messages', 'answered %', 'precision %', 'top-3 %', 'wrongly kept %', 'wrongly to a person %', 'p95 ms'];

const cells = (name: string, one: ReplayFigures): readonly string[] => [
  name,
  String(one.rows),
  percent(one.answered),
  percent(one.precision),
  percent(one.top3),
  percent(one.wronglyKept),
  percent(one.wronglyHandedOver),
  ms(one.p95Ms),
];

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const wrongOf = (played: readonly Played[]) =>
  played
    .filter(({ verdict }) => verdict === 'wrong')
    .map(({ row: { conversation, turn, text, truth }, given }) => ({
      conversation,
      turn,
      text,
      given,
      right: truth.right,
    }));

const rounded = (figures: ReplayFigures): ReplayFigures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value === null ? null : Math.round(value * 10_000) / 10_000]),
  ) as unknown as ReplayFigures;

/** What the store of a server holds, as a log. */
async function fromStore(
  store: ReadStore,
  shop: string,
  knowing: Knowing,
  locale: string,
  days: number,
): Promise<ReplayLog> {
  const recorded = createRecorded({ reader: store.reader, log: store.log, shop, locale });
  const since = Date.now() - days * DAY_MS;
  const { rows } = await readMaterial(recorded, knowing.bookOf(await knowing.now()), since, () => performance.now());
  if (rows.length > 0) return { rows, conversations: recorded.ids(since).length, leftOut: [] };
  const others = store.shops();
  throw new Error(
    `There is no message of the shop "${shop}" of the last ${days} days to ask again. ${
      others.length > 0 ? `The database holds: ${others.join(', ')}.` : 'The database holds no conversation.'
    } Name its folder with --shop, or more days with --days.`,
  );
}

/** `replay`: asks the messages of a log, or of a server's store, of what is known now, and tells what came of them. */
export async function runReplay(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      shop: { type: 'string' },
      mapping: { type: 'string' },
      data: { type: 'string' },
      days: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) throw new Error(`Name one log. ${USE}`);
  const days = Number(values.days ?? DAYS);
  if (!(Number.isInteger(days) && days >= 1)) throw new Error(`--days ${values.days}: write a whole number of days.`);
  const isStore = existsSync(databaseIn(place));
  const data = values.data ?? (isStore ? place : undefined);
  if (data !== undefined && !existsSync(databaseIn(data)))
    throw new Error(`${data}: there is no database in this folder.`);
  const folder = loadFolder(values.shop ?? PLACES.shop, values.mapping);
  const { id, locales } = folder.knowledge.shop;
  const locale = locales[0] ?? 'en';
  const store = data === undefined ? undefined : await openForReading(databaseIn(data));
  try {
    const none: Pick<VersionLog, 'versions'> = { versions: () => ({ head: 0, all: [], automatic: false }) };
    const versions = store ? createVersionLog({ log: store.log, shop: id, now: Date.now }) : undefined;
    await versions?.load();
    const settings = store
      ? createShopSettings({ log: store.log, folder, now: Date.now, onChange: async () => undefined })
      : undefined;
    await settings?.load();
    const present = settings?.folder() ?? folder;
    const knowing = createKnowing({
      source: () => present.knowledge,
      replies: () => present.replies,
      library: openLibrary((_level, event) => process.stderr.write(`${event}\n`)),
      log: versions ?? none,
      monotonic: () => performance.now(),
    });
    await knowing.awake();
    const known = await knowing.now();
    const book = knowing.bookOf(known);
    const log =
      isStore && store ? await fromStore(store, id, knowing, locale, days) : await readReplayLog(place, book, locale);
    const monotonic = () => performance.now();
    const { turn, knowledge } = known;
    // Code that has never run is compiled first: that is no turn's time.
    await inSlices(replaySteps(log.rows.slice(0, 200), { turn, knowledge, book, monotonic }), monotonic);
    const played = await inSlices(replaySteps(log.rows, { turn, knowledge, book, monotonic }), monotonic);
    return values.json ? asJson(log, played, versions) : asText(log, played, versions);
  } finally {
    store?.close();
  }
}

function asJson(log: ReplayLog, played: readonly Played[], versions: VersionLog | undefined): string {
  const groups = (by: 'lang' | 'intent') =>
    Object.fromEntries(figuresBy(played, by).map(([name, figures]) => [name, rounded(figures)]));
  return JSON.stringify({
    conversations: log.conversations,
    version: versions?.versions().head ?? 0,
    all: rounded(figuresOf(played)),
    languages: groups('lang'),
    intents: groups('intent'),
    wrong: wrongOf(played),
    leftOut: log.leftOut,
  });
}

function asText(log: ReplayLog, played: readonly Played[], versions: VersionLog | undefined): string {
  const head = versions?.versions().head ?? 0;
  const intents = figuresBy(played, 'intent');
  const wrong = wrongOf(played);
  return [
    `${played.length} messages of ${log.conversations} conversations, asked of ${head > 0 ? `the shop's files and version ${head}` : "the shop's files"}`,
    ...table([
      ['', ...HEAD],
      cells('all', figuresOf(played)),
      ...figuresBy(played, 'lang').map(([name, figures]) => cells(name, figures)),
      ...intents.slice(0, SHOWN.intents).map(([name, figures]) => cells(name, figures)),
    ]),
    ...(intents.length > SHOWN.intents ? [`… and ${intents.length - SHOWN.intents} more intents`] : []),
    ...(wrong.length > 0 ? [`Answered wrongly: ${wrong.length}`] : []),
    ...wrong
      .slice(0, SHOWN.wrong)
      .map(
        ({ text, given, right }) =>
          `  ${JSON.stringify(text)}: ${given}${right.length > 0 ? `, not ${right.join(' or ')}` : ''}`,
      ),
    ...(log.leftOut.length > 0 ? [`Left out or read in part: ${log.leftOut.length} lines`] : []),
    ...log.leftOut.slice(0, SHOWN.leftOut).map(({ line, reason }) => `  line ${line}: ${reason}`),
  ].join('\n');
}
