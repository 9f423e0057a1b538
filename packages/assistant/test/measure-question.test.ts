import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, type KnowledgeSource, type Product, turn } from '../src/index.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const item = (
  id: string,
  title: Product['title'],
  fields: readonly (readonly [Product['title'], Product['title']])[],
): Product => ({
  id,
  title,
  category: [both('家居', 'Home')],
  price: { amount: 26_800, currency: 'CNY' },
  stock: 5,
  attributes: fields.map(([name, value]) => ({ name, value })),
});

const shop: KnowledgeSource = {
  shop: { id: 'inn', name: 'Inn', locales: ['zh-CN', 'en'] },
  answers: [],
  products: [
    item('stool', both('柏木浴凳', 'Cypress bath stool'), [
      [both('重量', 'Weight'), both('1.8 kg', '1.8 kg')],
      [both('承重', 'Bears'), both('110 kg', '110 kg')],
      [both('尺寸', 'Size'), both('32 × 22 × 26 cm', '32 × 22 × 26 cm')],
    ]),
    item('stove', both('小电陶炉', 'Small tea stove'), [
      [both('功率', 'Wattage'), both('900 W', '900 W')],
      [both('重量', 'Weight'), both('2 kg', '2 kg')],
    ]),
    item('kettle', both('铁壶', 'Iron kettle'), [
      [both('容量', 'Capacity'), both('1.1 L', '1.1 l')],
      [both('适用炉灶', 'Stoves'), both('明火、电陶炉，不用电磁炉', 'Flame and ceramic hobs, not induction')],
    ]),
    item('pillow', both('记忆棉枕', 'Foam pillow'), [
      [both('能否水洗', 'Washable'), both('外套可机洗，枕芯不可水洗', 'The cover by machine, the core not')],
    ]),
    item('hook', both('挂钩', 'Hook'), [[both('规格', 'Spec'), both('12 kg', '12 kg')]]),
    item('leash', both('牵引绳', 'Dog leash'), [[both('承重', 'Load'), both('S 15kg\nM 30kg', 'S 15 kg\nM 30 kg')]]),
  ],
};
const knowledge = buildKnowledge(shop);

const ask = (text: string, about?: string): string => {
  const locale = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
  const input = { kind: 'message', text, about, locale, at: 0, shopper: { signedIn: false } } as const;
  const [reply] = turn(INITIAL_STATE, input, knowledge).replies;
  return reply?.kind === 'text' || reply?.kind === 'choices' ? (reply.body.text ?? '') : '';
};

test('how much a thing bears is not what it weighs, however it is asked', () => {
  for (const text of ['浴凳能坐多重', '浴凳限重多少']) expect(ask(text)).toBe('柏木浴凳的承重：110 kg');
  expect(ask('浴凳多重')).toBe('柏木浴凳的重量：1.8 kg');
  expect(ask('how much weight can the bath stool hold')).toBe('Cypress bath stool: Bears – 110 kg');
  expect(ask('how heavy is the bath stool')).toBe('Cypress bath stool: Weight – 1.8 kg');
});

test('the name of what is sold is no property that is asked for', () => {
  expect(ask('电陶炉多少瓦')).toBe('小电陶炉的功率：900 W');
  expect(ask('how many watts is the tea stove')).toBe('Small tea stove: Wattage – 900 W');
  expect(ask('能放电陶炉上吗', 'kettle')).toContain('铁壶的适用炉灶');
});

test.each([
  ['200斤的人能坐吗', 'stool', '可以，200斤在标注之内。'],
  ['300斤能坐吗', 'stool', '不行，300斤超出了标注。'],
  ['can it hold 100 kg', 'stool', 'Yes, 100 kg is within what is stated.'],
  ['能装2升水吗', 'kettle', '不行，2升超出了标注。'],
  ['能放进60厘米的柜子吗', 'stool', '放得下，每一边都不超过60厘米。'],
  ['能放进20厘米的柜子吗', 'stool', '放不下，最短的一边也超过20厘米。'],
  ['能用电磁炉吗', 'kettle', '不行，标注里排除了电磁炉。'],
  ['does it work on induction', 'kettle', 'No, induction is ruled out.'],
  ['能用明火吗', 'kettle', '可以，标注里写了明火。'],
])('yes or no where the field says so, with the field: %s', (text, about, verdict) => {
  const [first, ...rest] = ask(text, about).split('\n');
  expect(first).toBe(verdict);
  expect(rest.join('\n')).not.toBe('');
});

test.each([
  // Between the shortest side and the longest it hangs on how it stands.
  ['能放进25厘米的柜子吗', 'stool', '柏木浴凳的尺寸：32 × 22 × 26 cm'],
  // One size bears it and the other does not.
  ['20公斤的狗能拉住吗，承重够吗', 'leash', '牵引绳的承重：S 15kg M 30kg'],
  ['能机洗吗', 'pillow', '记忆棉枕的能否水洗：外套可机洗，枕芯不可水洗'],
])('where it hangs on something the field is quoted without a yes: %s', (text, about, quoted) => {
  expect(ask(text, about)).toBe(quoted);
});

test('a quantity is told in the unit that was asked for', () => {
  expect(ask('重量是多少斤', 'stool')).toBe('柏木浴凳的重量：1.8 kg\n合 3.6 斤');
  expect(ask('how heavy is it in pounds', 'stool')).toBe('Cypress bath stool: Weight – 1.8 kg\nThat is 4 pounds.');
  expect(ask('重量多少公斤', 'stool')).toBe('柏木浴凳的重量：1.8 kg');
});

test('what the shop puts right is read as it says', () => {
  const corrected = buildKnowledge({
    ...shop,
    corrections: [
      { field: '规格', category: '家居', means: 'load' },
      { field: '重量', product: 'stool', becomes: '2.1 kg' },
      { field: '能否水洗', hide: true },
    ],
  });
  const say = (text: string, about: string) =>
    turn(
      INITIAL_STATE,
      { kind: 'message', text, about, locale: 'zh-CN', at: 0, shopper: { signedIn: false } },
      corrected,
    ).replies.map((reply) => ('text' in reply.body ? reply.body.text : ''));
  expect(say('重不重', 'stool')).toEqual(['柏木浴凳的重量：2.1 kg']);
  expect(say('能机洗吗', 'pillow').join()).not.toContain('枕芯');
  expect(say('承重多少', 'hook')).toEqual(['挂钩的规格：12 kg']);
});

test('goods within a limit are shown with the field that says so; that there is none is said only when all say so', () => {
  const look = (text: string) => {
    const locale = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
    const input = { kind: 'message', text, locale, at: 0, shopper: { signedIn: false } } as const;
    return turn(INITIAL_STATE, input, knowledge).replies.map((reply) =>
      reply.kind === 'products'
        ? reply.body.items.map(({ id, reason }) => `${id}: ${reason}`).join()
        : 'text' in reply.body
          ? reply.body.text
          : '',
    )[0];
  };
  expect(look('有没有承重100公斤以上的浴凳')).toBe('stool: 承重 110 kg');
  expect(look('a bath stool under 2 kg')).toBe('stool: Weight 1.8 kg');
  expect(look('有没有承重150公斤以上的浴凳')).toContain('没有找到「150公斤以上的浴凳」');
  expect(look('有没有2公斤以下的记忆棉枕')).not.toContain('没有找到「2公斤以下');
});
