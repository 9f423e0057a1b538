/**
 * What learning takes and how well it groups. Runs from `dist`.
 *
 *   node bench/learning.mjs [--json] [--candidates 10000] [--answers 10000] [--rows 2000]
 *
 * `cluster.*`: milliseconds of CPU to group so many candidates: as shoppers write (questions of 400 matters in their own
 * words), all alike (a sentence of which one character differs), and all different. `replay`: asking messages again of so many
 * answers, and compiling those. `groups.*`: of the questions that are grouped by three and more, the share that is of the matter
 * that most of its group are of, on labelled sets beside the project, where they are there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildKnowledge, createTurn } from '../packages/assistant/dist/index.js';
import { loadLibrary } from '../packages/assistant/dist/intents.js';
import { createBook, figuresOf, finish, lessonSteps, replaySteps } from '../packages/assistant/dist/learning.js';
import { option, wantsJson } from './statistics.mjs';

const [CANDIDATES, ANSWERS, ROWS] = [option('candidates', 10_000), option('answers', 10_000), option('rows', 2_000)];
const DATA = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** xorshift32 with a fixed seed: the same every time. */
let seed = 20_261_122;
const random = () => {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) / 4_294_967_296;
};
const one = (list) => list[Math.floor(random() * list.length)];

const cpu = (task) => {
  const from = process.cpuUsage();
  const wall = performance.now();
  const result = task();
  const { user, system } = process.cpuUsage(from);
  return { result, cpuMs: Math.round((user + system) / 1000), wallMs: Math.round(performance.now() - wall) };
};

const THINGS =
  '行李 宠物 停车 发票 早餐 浴巾 被子 窗帘 台灯 钥匙 快递 雨伞 婴儿床 充电器 熨斗 吹风机 电视 空调 热水 房卡'.split(
    ' ',
  );
const MATTERS =
  '寄存 清洗 更换 租用 加一份 开通 延长 取消 修理 送到房间 退掉 预订 收费 免费提供 借用 快一点 晚一点 带走 寄回家 找不到了'.split(
    ' ',
  );
const BEFORE = ['请问', '你好，', '想问下', '', '', '亲，', '那个', '麻烦问一下'];
const AFTER = ['可以吗', '行不行', '怎么弄', '要多少钱', '呢', '？', '的话怎么办', '有没有'];
const LATIN = 'abcdefghijklmnopqrstuvwxyz'.split('');
const word = () => Array.from({ length: 7 }, () => one(LATIN)).join('');

const candidate = (text, n) => ({
  conversation: `c${n}`,
  turn: 1,
  at: n,
  text,
  lang: 'zh-CN',
  why: 'abstained',
  rejected: [],
  reply: { text: `回复 ${n % 50} 号：可以的，请到前台找我们`, agent: 'a' },
});
const made = {
  asWritten: () => `${one(BEFORE)}${one(THINGS)}${one(MATTERS)}${one(AFTER)}`,
  allAlike: () =>
    `我的行李可以先寄存在你们前台等我晚上回来再拿走吗${String.fromCharCode(0x4e00 + Math.floor(random() * 20_000))}`,
  allDifferent: () => `${word()} ${word()} ${word()} ${word()}`,
};

const empty = buildKnowledge({ shop: { id: 'b', name: 'B', locales: ['zh-CN', 'en'] }, products: [], answers: [] });
const cluster = Object.fromEntries(
  Object.entries(made).map(([name, write]) => {
    const candidates = Array.from({ length: CANDIDATES }, (_, n) => candidate(write(), n));
    const { result, cpuMs, wallMs } = cpu(() => finish(lessonSteps(candidates, empty)));
    return [name, { cpuMs, wallMs, lessons: result.length, largest: result[0].count }];
  }),
);

const answers = Array.from({ length: ANSWERS }, (_, n) => ({
  id: `a${n}`,
  question: `${one(THINGS)}${one(MATTERS)}${n}${one(AFTER)}`,
  phrasings: [`${one(THINGS)}${one(MATTERS)}${one(AFTER)}`],
  answer: `关于${one(THINGS)}的第 ${n} 条：${one(MATTERS)}请到前台，我们的同事会帮您办理。`,
}));
const source = { shop: { id: 'b', name: 'B', locales: ['zh-CN', 'en'] }, products: [], answers };
const compiled = cpu(() => buildKnowledge(source));
const rows = Array.from({ length: ROWS }, (_, n) => ({
  text: made.asWritten(),
  locale: 'zh-CN',
  signedIn: false,
  at: 1_790_000_000_000 + n,
  truth: { right: [`a${n}`], wrong: [] },
}));
const book = createBook(compiled.result);
const replayed = cpu(() =>
  finish(
    replaySteps(rows, { turn: createTurn(), knowledge: compiled.result, book, monotonic: () => performance.now() }),
  ),
);

const lines = (file) =>
  readFileSync(DATA + file, 'utf8')
    .trim()
    .split('\n')
    .slice(1);
const sets = {};
for (const lang of ['zh-CN', 'en']) sets[`library ${lang}`] = (await loadLibrary(lang)).examples;
if (existsSync(`${DATA}clinc150/clinc150.json`)) {
  const { val } = JSON.parse(readFileSync(`${DATA}clinc150/clinc150.json`, 'utf8'));
  sets['CLINC150 validation'] = val.map(([text, label]) => ({ text, label }));
  sets['HWU64 fold 1, a third'] = lines('hwu64/fold1_train.tsv')
    .map((line) => line.split('\t'))
    .map(([text, label]) => ({ text, label }))
    .filter((_, n) => n % 3 === 0);
} else console.error('../shared/data is not there: only the library is grouped');
const groups = Object.fromEntries(
  Object.entries(sets).map(([name, labelled]) => {
    const lessons = finish(
      lessonSteps(
        labelled.map(({ text, label }, n) => ({ ...candidate(text, n), label, reply: undefined })),
        empty,
      ),
    ).filter(({ count }) => count >= 3);
    const counts = lessons.map(({ members }) => {
      const by = new Map();
      for (const { label } of members) by.set(label, (by.get(label) ?? 0) + 1);
      return { all: members.length, most: Math.max(...by.values()) };
    });
    const grouped = counts.reduce((sum, { all }) => sum + all, 0);
    const share = (part, whole) => Math.round((1000 * part) / whole) / 1000;
    return [
      name,
      {
        rows: labelled.length,
        grouped: share(grouped, labelled.length),
        together: share(
          counts.reduce((sum, { most }) => sum + most, 0),
          grouped,
        ),
      },
    ];
  }),
);

const result = {
  candidates: CANDIDATES,
  cluster,
  compile: { answers: ANSWERS, cpuMs: compiled.cpuMs, wallMs: compiled.wallMs },
  replay: { rows: ROWS, cpuMs: replayed.cpuMs, wallMs: replayed.wallMs, p95Ms: figuresOf(replayed.result).p95Ms },
  groups,
};
if (wantsJson) console.log(JSON.stringify(result));
else console.log(JSON.stringify(result, null, 2));
