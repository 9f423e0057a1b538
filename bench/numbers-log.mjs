/**
 * A log as a shop of some size has it: conversations over some weeks, with traces, products, people, ratings, words that
 * rise in the last week. Seeded: the same seed makes the same log.
 */
import { openDatabase } from '../packages/server/dist/engines/open-database.js';
import { packBatches } from '../packages/server/dist/engines/packed-batch.js';
import { prepareSchema } from '../packages/server/dist/engines/schema.js';
import { createSqliteWriter } from '../packages/server/dist/engines/sqlite-writer.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** mulberry32: small, seeded, good enough for a load. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TALK = [
  ['intent', 'shipping.cost', ['运费怎么算', '满多少包邮', 'how much is shipping to the north']],
  ['intent', 'order.status', ['我的订单到哪里了', '快递怎么还没动', 'where is my order please']],
  ['intent', 'return.policy', ['七天可以退货吗', '拆了包装还能退吗', 'can I return an opened box']],
  ['intent', 'product.size', ['175 穿什么码', '这个尺寸是多大的', 'which size fits me best']],
  ['intent', 'promo.coupon', ['优惠券怎么用不了', '有没有满减', 'my coupon does not work']],
  ['intent', 'delivery.late', ['说好昨天到的', '物流停了三天没有更新', 'it should have come yesterday']],
  ['intent', 'invoice.ask', ['能开专票吗', '发票什么时候寄', 'I need an invoice for my company']],
  ['intent', 'refund.status', ['退款几天到账', '钱还没退回来', 'when do I get my money back']],
];
const RISING = ['羽绒服起球', '热水袋漏水', 'leaking bottle'];
const REPLIES = [
  '亲，已经帮您查到了，正在派送途中。',
  '您好，请稍等，我马上帮您核实一下库存和发货时间。',
  'I have looked it up: it leaves the warehouse today.',
  '非常抱歉让您久等了，这边给您登记补发。',
];

/**
 * Writes about `events` events over the `days` before `until` to a new file.
 *
 * @param {{ path: string, events: number, days: number, until: number, seed?: number, shop?: string, products?: string[], agents?: string[] }} wish
 */
export async function writeLog({
  path,
  events,
  days,
  until,
  seed = 1,
  shop = 'yunlai',
  products = Array.from({ length: 200 }, (_, n) => `p${n}`),
  agents = Array.from({ length: 12 }, (_, n) => `agent:${n}`),
}) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const skewed = (list) => list[Math.floor(random() ** 2.2 * list.length)];
  const database = await openDatabase(path);
  database.exec('PRAGMA synchronous = OFF');
  prepareSchema(database);
  const writer = createSqliteWriter(database);

  function conversation(n, start) {
    const [chinese, signedIn] = [random() < 0.75, random() < 0.4];
    const subject = signedIn ? `user:u${Math.floor(random() * events * 0.02)}-${n % 7}` : `visitor-${seed}-${n}`;
    const id = `c${seed.toString(36)}${n.toString(36)}`.padEnd(22, '0');
    const rows = [];
    let at = start;
    const add = (role, author, kind, body, after) => {
      at += after;
      const seq = rows.length + 1;
      rows.push({ seq, id: `${role}:${seq}`, at: Math.round(at), from: { role, id: author }, kind, body });
      return seq;
    };
    const shopper = (kind, body, after) => add('shopper', subject, kind, body, after);
    const temper = random();
    const about = random() < 0.45 ? skewed(products) : undefined;
    const rounds = 1 + Math.floor(random() * 3.4);
    const late = until - start < 7 * DAY;
    for (let round = 0; round < rounds; round++) {
      const [kind, topic, texts] = skewed(TALK);
      const text =
        late && random() < 0.05 ? `${pick(RISING)} ${topic}` : chinese ? texts[Math.floor(random() * 2)] : texts[2];
      const asked = shopper(
        'text',
        { text: `${text}？`, ...(about ? { about: { product: about } } : {}) },
        4_000 + random() * 50_000,
      );
      const fallback = random() < 0.12;
      add(
        'bot',
        'bot',
        'text',
        { text: fallback ? '您是想问哪一个？' : '给您查到了：满 88 元包邮，48 小时内发出。' },
        300,
      );
      if (random() < 0.25)
        add(
          'bot',
          'bot',
          'products',
          { items: [{ id: about ?? pick(products), title: 'x', price: { amount: 9900, currency: 'CNY' } }] },
          1,
        );
      add(
        'bot',
        'bot',
        'trace',
        {
          turn: asked,
          decision: fallback ? 'clarify' : 'answer',
          confidence: 0.4 + random() * 0.6,
          lang: chinese ? 'zh' : 'en',
          source: topic,
          understood: ['shipping', `library answer ${random().toFixed(2)}`],
          candidates: [
            { kind, id: topic, label: `library: ${topic}`, score: fallback ? 0.45 : 0.92, used: !fallback },
            ...TALK.slice(0, 5).map(([k, i]) => ({ kind: k, id: i, label: `library: ${i}`, score: 0.02, used: false })),
            ...(about ? [{ kind: 'product', id: about, label: 'x', score: 0.9, used: true }] : []),
          ],
          mood: {
            valence: temper < 0.12 ? -0.6 : temper < 0.3 ? -0.2 : 0.2,
            anger: temper < 0.06 ? 0.8 : temper < 0.12 ? 0.4 : 0,
            words: [],
          },
          ms: 1.2,
          state: {
            v: 3,
            failures: fallback ? 1 : 0,
            focus: about ? { product: about } : {},
            asked: topic,
            tags: [],
            shown: [about ?? 'none'],
            history: [topic, topic],
          },
        },
        2,
      );
      if (random() < 0.5) shopper('read', { upTo: rows.length }, 900);
    }
    const wish = random();
    if (wish < 0.22 + (temper < 0.12 ? 0.3 : 0)) {
      add(
        'bot',
        'bot',
        'handoff',
        {
          state: 'requested',
          reason: temper < 0.12 ? 'anger' : 'wish',
          ...(random() < 0.5 ? { group: pick(['presales', 'after-sales']) } : {}),
        },
        500,
      );
      const asked = at;
      add('system', 'house', 'handoff', { state: 'queued', position: 1, estimateMs: 40_000 }, 5);
      const waits = 5_000 + random() ** 3 * 200_000;
      if (waits > 150_000 && random() < 0.6) {
        add('system', 'house', 'handoff', { state: 'returned', reason: 'timeout' }, 300_000);
      } else {
        const agent = skewed(agents);
        add('agent', agent, 'handoff', { state: 'joined', agent: { id: agent, name: agent } }, waits);
        const turns = 1 + Math.floor(random() * 4);
        for (let turn = 0; turn < turns; turn++) {
          add('agent', agent, 'text', { text: pick(REPLIES) }, 4_000 + random() ** 2 * 90_000);
          if (random() < 0.75)
            shopper(
              'text',
              { text: chinese ? '好的，那大概什么时候能到呢' : 'alright, and when will it arrive' },
              5_000 + random() * 60_000,
            );
        }
        if (random() < 0.08) {
          const other = pick(agents);
          add('agent', agent, 'handoff', { state: 'joined', agent: { id: other, name: other } }, 20_000);
          add('agent', other, 'text', { text: pick(REPLIES) }, 30_000);
        }
        add('agent', agent, 'text', { text: '还有什么可以帮您的吗？' }, 20_000);
        if (random() < 0.8) {
          add('bot', 'bot', 'rating', { state: 'asked' }, 2_000);
          if (random() < 0.4)
            shopper(
              'rating',
              { state: 'given', score: random() < 0.8 ? 4 + Math.floor(random() * 2) : 1 + Math.floor(random() * 3) },
              30_000,
            );
        }
        add('agent', agent, 'closed', { reason: 'agent' }, 5_000);
      }
      void asked;
    }
    if (rows.at(-1).kind !== 'closed') add('system', 'house', 'closed', { reason: 'idle' }, DAY);
    const create = {
      id,
      shop,
      subject,
      createdAt: Math.round(start),
      locale: chinese ? 'zh-CN' : 'en',
      name: undefined,
    };
    return { conversation: id, create, events: rows.filter((row) => row.at < until) };
  }

  // More in the evening, fewer at night, as shops have it.
  const moment = () => {
    const day = Math.floor(random() * days);
    const hour = random() < 0.8 ? 9 + Math.floor(random() * 14) : Math.floor(random() * 24);
    return until - days * DAY + day * DAY + hour * 60 * MINUTE + random() * 60 * MINUTE;
  };
  let [written, n, batch] = [0, 0, []];
  while (written < events) {
    const one = conversation(n++, moment());
    if (one.events.length === 0) continue;
    written += one.events.length;
    batch.push(one);
    if (batch.length >= 500 || written >= events) {
      writer.insert(packBatches(batch));
      batch = [];
    }
  }
  database.close();
  return { events: written, conversations: n };
}
