/**
 * One turn of the assistant with 10,000 answers and 10,000 products, on one core. Runs from `dist`; prints one line
 * of JSON: milliseconds per turn (and of CPU, which a busy machine does not stretch), milliseconds to compile the shop, and heap in MB. `--answers N --products N` change
 * the size, `--turns N` the number of measured turns.
 */
import { parseArgs } from 'node:util';
import { buildKnowledge, INITIAL_STATE, turn } from '../packages/assistant/dist/index.js';

const { values } = parseArgs({
  options: {
    answers: { type: 'string', default: '10000' },
    products: { type: 'string', default: '10000' },
    turns: { type: 'string', default: '3000' },
    json: { type: 'boolean' },
  },
});

/** The same shop every time: xorshift32 with a fixed seed. */
let seed = 20_261_120;
const random = () => {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) / 4_294_967_296;
};
const one = (list) => list[Math.floor(random() * list.length)];

const THINGS = '羊毛被 蚕丝被 四件套 枕头 毛巾 台灯 铸铁锅 马克杯 行李箱 书桌 地毯 窗帘 猫窝 雨伞 闹钟 砧板'.split(' ');
const THINGS_EN =
  'duvet pillow towel lamp pan mug suitcase desk rug curtain umbrella clock board kettle chair shelf'.split(' ');
const STYLES = '日式 法式 北欧 复古 简约 手工 加厚 轻薄 折叠 便携 儿童 双人 抗菌 可水洗 静音 恒温'.split(' ');
const STYLES_EN =
  'plain washed soft heavy folding portable oak steel striped woven quiet warm light large small classic'.split(' ');
const MATERIALS = '100%棉 100%羊毛 桑蚕丝 亚麻 不锈钢 铸铁 陶瓷 橡木 胡桃木 竹 铝 玻璃 聚酯纤维 乳胶'.split(' ');
const COLOURS = '白色 黑色 浅灰 深蓝 米色 墨绿 砖红 鹅黄'.split(' ');
const TOPICS = '运费 发货时间 快递 退货 换货 退款 发票 支付 优惠券 保修 安装 礼品包装 会员 积分 地址 订单 取消'.split(
  ' ',
);
const ASKS = '怎么算 多久 是什么 怎么办 可以吗 有哪些 需要多少钱 在哪里看'.split(' ');
const TOPICS_EN =
  'shipping dispatch courier return exchange refund invoice payment coupon warranty assembly wrapping membership points address order'.split(
    ' ',
  );

const products = Array.from({ length: Number(values.products) }, (_, n) => {
  const thing = Math.floor(random() * THINGS.length);
  return {
    id: `p${n}`,
    title: {
      'zh-CN': `${one(STYLES)}${one(STYLES)}${THINGS[thing]}${n % 97}号`,
      en: `${one(STYLES_EN)} ${one(STYLES_EN)} ${THINGS_EN[thing]} ${n % 97}`,
    },
    summary: {
      'zh-CN': `${one(COLOURS)}，${one(STYLES)}，适合${one(['卧室', '厨房', '书房', '旅行', '阳台'])}`,
      en: `${one(STYLES_EN)} and ${one(STYLES_EN)}`,
    },
    category: [one(['居家', '厨房', '出行', '灯具']), THINGS[thing]],
    price: { amount: 1000 + Math.floor(random() * 200_000), currency: 'CNY' },
    stock: Math.floor(random() * 50),
    attributes: [
      { name: '材质', value: one(MATERIALS) },
      { name: '颜色', value: `${one(COLOURS)}/${one(COLOURS)}` },
      { name: '尺寸', value: `${50 + Math.floor(random() * 200)}*${50 + Math.floor(random() * 200)}cm` },
      { name: '产地', value: one(['浙江', '江苏', '福建', '山东', '广东']) },
    ],
  };
});
const answers = Array.from({ length: Number(values.answers) }, (_, n) => ({
  id: `a${n}`,
  question:
    n % 3 === 0
      ? `how does ${one(TOPICS_EN)} work for ${one(STYLES_EN)} ${one(THINGS_EN)} ${n}`
      : `${one(STYLES)}${one(THINGS)}${n % 89}的${one(TOPICS)}${one(ASKS)}`,
  answer: `${one(STYLES)}${one(THINGS)}：${one(TOPICS)}请看订单页，${one(MATERIALS)}的另算。`,
}));

const started = performance.now();
const knowledge = buildKnowledge({ shop: { id: 'bench', name: 'Bench', locales: ['zh-CN', 'en'] }, products, answers });
const buildMs = performance.now() - started;

const LINES = [
  '运费怎么算',
  '有没有纯棉的四件套 1000 元以内的',
  '羊毛被和蚕丝被有什么区别',
  '我要找人工',
  '加厚的双人羊毛被什么材质',
  '退货怎么办',
  '手工马克杯12号的发票需要多少钱',
  '你好，我想给家里老人买床轻薄点的被子，预算五百左右，有推荐的吗，另外运费怎么收',
  'how much is shipping',
  'a warm duvet under 900',
  'do you have a folding oak desk below 500',
  'what is the washed soft lamp made of',
  'where is my order',
  '今天天气怎么样',
  '这个多少钱',
];
const ask = (text, about) =>
  turn(INITIAL_STATE, { kind: 'message', text, about, locale: 'zh-CN', shopper: { signedIn: true }, at: 0 }, knowledge);
for (let i = 0; i < 20; i++) for (const line of LINES) ask(line, 'p1');

const times = [];
const cpu = process.cpuUsage();
const turns = Number(values.turns);
for (let i = 0; i < turns; i++) {
  const line = LINES[i % LINES.length];
  const before = performance.now();
  ask(line, i % 2 === 0 ? 'p7' : undefined);
  times.push(performance.now() - before);
}
const { user, system } = process.cpuUsage(cpu);
times.sort((a, b) => a - b);
const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] * 1000) / 1000;
process.stdout.write(
  `${JSON.stringify({
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    max: at(1),
    cpuMs: Math.round((user + system) / turns) / 1000,
    turns,
    answers: answers.length,
    products: products.length,
    buildMs: Math.round(buildMs),
    heapMB: Math.round(process.memoryUsage().heapUsed / 1_048_576),
  })}\n`,
);
