import { buildKnowledge, INITIAL_STATE, loadFlows, turn } from '../../packages/assistant/dist/index.js';
import { openIntents } from '../../packages/assistant/dist/intents.js';
import { loadFolder } from '../../packages/server/dist/shops/load-folder.js';
import { quantile, round } from '../statistics.mjs';
import { pairs, seeded } from './pairs.mjs';

const [folder, count, turns] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

const LINES = [
  '运费怎么算',
  '我要找人工',
  '退货怎么办，运费谁出？还有发票什么时候开',
  '你好，我上周买的东西坏了，能退吗，退款多久到账',
  'how much is shipping',
  'where is my order',
  'how do i clean it and how long is the warranty?',
  '今天天气怎么样',
  'can i return it',
  '这个多少钱',
];

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const started = performance.now();
const read = loadFolder(folder);
const readMs = performance.now() - started;
const [zh, en, flows] = [await openIntents('zh-CN'), await openIntents('en'), await loadFlows()];
const compiling = performance.now();
const knowledge = buildKnowledge(
  read.knowledge,
  (lang) => (lang === 'en' ? en : zh),
  () => flows,
);
const buildMs = performance.now() - compiling;
if (knowledge.answers.size !== count) throw new Error(`${knowledge.answers.size} of ${count} answers were taken`);

const ask = (text) =>
  turn(INITIAL_STATE, { kind: 'message', text, locale: 'zh-CN', shopper: { signedIn: false }, at: 0 }, knowledge);
ask('运费怎么算');
const loadMs = performance.now() - started;
const loadCpuMs = cpuMs();

/** Questions out of the whole base, each as it stands, without its beginning, or with a letter less. */
const random = seeded(7);
const every = Math.max(1, Math.floor(count / turns));
const asked = [];
let n = 0;
for (const { id, question } of pairs(count)) {
  if (n++ % every !== 0) continue;
  const cut = 2 + Math.floor(random() * (question.length - 4));
  const kind = asked.length % 4;
  if (kind === 0) asked.push({ text: question, id });
  else if (kind === 1) asked.push({ text: `请问${question}？`, id });
  else if (kind === 2) asked.push({ text: question.slice(0, cut) + question.slice(cut + 1), id });
  else asked.push({ text: LINES[Math.floor(random() * LINES.length)] });
}
for (const { text } of asked.slice(0, 200)) ask(text);

const times = [];
const spent = [];
let own = 0;
for (const { text, id } of asked) {
  const [at, cpu] = [performance.now(), cpuMs()];
  const { trace } = ask(text);
  times.push(performance.now() - at);
  spent.push(cpuMs() - cpu);
  if (id !== undefined && trace.candidates.some((one) => one.used && one.id === id)) own++;
}
times.sort((a, b) => a - b);
spent.sort((a, b) => a - b);
const { rss } = process.memoryUsage();
console.log(
  JSON.stringify({
    answers: count,
    readMs: Math.round(readMs),
    buildMs: Math.round(buildMs),
    loadMs: Math.round(loadMs),
    loadCpuMs: Math.round(loadCpuMs),
    rssMB: Math.round(rss / 1_048_576),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    p50: round(quantile(times, 0.5)),
    p99: round(quantile(times, 0.99)),
    max: round(times.at(-1)),
    cpuP50: round(quantile(spent, 0.5)),
    cpuP99: round(quantile(spent, 0.99)),
    own,
    asked: asked.filter(({ id }) => id !== undefined).length,
  }),
);
