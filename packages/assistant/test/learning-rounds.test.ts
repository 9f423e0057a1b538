import { expect, test } from 'vitest';
import { buildKnowledge, type KnowledgeSource } from '../src/index.ts';
import { type Candidate, candidatesOf, createBook, readRounds, rowsOf } from '../src/learning.ts';
import { type Recording, record } from './recorded.ts';

const SHOP: KnowledgeSource = {
  shop: { id: 'inn', name: '客栈', locales: ['zh-CN', 'en'] },
  products: [],
  answers: [
    { id: 'fee', question: '运费怎么算？', answer: '满 88 元包邮，不满的每单 10 元。' },
    { id: 'invoice', question: '可以开发票吗？', answer: '可以，在订单页面申请电子发票。' },
  ],
};
const knowledge = buildKnowledge(SHOP);
const book = createBook(knowledge, [
  { id: 'hold', text: '{shopper}，您的东西我们可以寄存在前台，离店后三天内都可以来取。' },
]);

const roundsOf = ({ conversation }: Recording) => readRounds(conversation, book);
const story = (recording: Recording): readonly string[] =>
  roundsOf(recording).map(({ text, outcome, answered, disliked, chosen }) =>
    [
      text,
      outcome ? `${outcome.did} ${outcome.given ?? outcome.reason ?? ''}`.trim() : 'a person had it',
      disliked,
      chosen,
      answered && `«${answered.text}»`,
    ]
      .filter(Boolean)
      .join(' | '),
  );
const learnt = (recording: Recording): readonly Candidate[] => candidatesOf(roundsOf(recording), book);

const HOLD = '可以先把行李寄存在你们那里吗';

test('a question nobody could answer is learnt from with what the person wrote, not the wish for a person after it', () => {
  const recording = record('c1', knowledge)
    .says(HOLD)
    .says('转人工')
    .joins()
    .writes('您好')
    .writes('可以寄存在前台')
    .writes('三天内来取')
    .says('好的谢谢');
  expect(story(recording)).toEqual([`${HOLD} | unknown | «可以寄存在前台\n三天内来取»`, '转人工 | person wish']);
  expect(learnt(recording)).toMatchObject([
    { text: HOLD, why: 'abstained', reply: { text: '可以寄存在前台\n三天内来取', agent: 'tang' } },
  ]);
});

test('what is asked while waiting is the question, where the wish for a person said nothing', () => {
  const recording = record('c1', knowledge).says('人工客服').says(HOLD).joins().writes('可以的，前台寄存三天');
  expect(story(recording)).toEqual(['人工客服 | person wish', `${HOLD} | a person had it | «可以的，前台寄存三天»`]);
  expect(learnt(recording).map(({ why, text }) => [why, text])).toEqual([['handed-over', HOLD]]);
});

test('each question to a person is a round of its own', () => {
  const recording = record('c1', knowledge)
    .says('人工')
    .joins()
    .says(HOLD)
    .writes('可以的，前台寄存三天')
    .says('那宠物能带进房间吗')
    .writes('小型犬可以，要牵绳')
    .writes('猫也行');
  expect(learnt(recording).map(({ text, reply }) => [text, reply?.text])).toEqual([
    [HOLD, '可以的，前台寄存三天'],
    ['那宠物能带进房间吗', '小型犬可以，要牵绳\n猫也行'],
  ]);
});

test('three ways in which an answer did not help', () => {
  const again = record('c1', knowledge).says('运费怎么算').says('运费怎么算啊');
  const person = record('c2', knowledge).says('运费怎么算').says('转人工').joins().writes('新疆是 25 元');
  const button = record('c3', knowledge).says('运费怎么算').asksForPerson().joins().writes('新疆是 25 元');
  const rated = record('c4', knowledge).says('运费怎么算').rates(1);
  const fine = record('c5', knowledge).says('运费怎么算').rates(5);
  expect(
    [again, person, button, rated, fine].map((one) =>
      learnt(one).map(({ why, given, reply }) => [why, given, reply?.text]),
    ),
  ).toEqual([
    [
      ['disliked', 'fee', undefined],
      ['abstained', undefined, undefined],
    ],
    [['disliked', 'fee', '新疆是 25 元']],
    [['disliked', 'fee', '新疆是 25 元']],
    [['disliked', 'fee', undefined]],
    [],
  ]);
});

test('an answer taken as it was laid is certain; one in other words is not; another one turns it down', () => {
  const [answer] = [SHOP.answers[1]?.answer as string];
  const ask = (id: string) => record(id, knowledge).says('给公司报账的单据哪里弄');
  const trace = (recording: Recording) => recording.conversation.events.findLast(({ kind }) => kind === 'trace');
  const laid = (recording: Recording): Recording => {
    // The assistant weighed the right answer and was not sure enough.
    (trace(recording)?.body as { candidates: unknown[] }).candidates = [
      { kind: 'answer', id: 'invoice', label: '可以开发票吗', score: 0.3, used: false },
    ];
    return recording;
  };
  const picked = laid(ask('c1'))
    .joins()
    .writes(answer ?? '');
  const nearly = laid(ask('c2')).joins().writes(`亲，${answer} 有问题再找我哦`);
  const other = laid(ask('c3')).joins().writes('抱歉，我们只能手写收据，到前台找我们同事即可');
  const unlaid = ask('c4')
    .joins()
    .writes(answer ?? '');
  expect([picked, nearly, other, unlaid].map((one) => learnt(one).map((c) => [c.picked, c.rejected])[0])).toEqual([
    [{ id: 'invoice', sure: true }, []],
    [{ id: 'invoice', sure: false }, []],
    [undefined, ['invoice']],
    [{ id: 'invoice', sure: false }, []],
  ]);
});

test('a saved reply is known with its places filled in', () => {
  const recording = record('c1', knowledge)
    .says(HOLD)
    .says('转人工')
    .joins()
    .writes('梅小姐，您的东西我们可以寄存在前台，离店后三天内都可以来取。');
  expect(learnt(recording)[0]?.canned).toBe('hold');
  expect(book.canned('您的东西我们可以寄存在前台')).toBeUndefined();
});

test('numbers, addresses and links are not learnt, and what was taken back or erased is not either', () => {
  const asked = record('c1', knowledge)
    .says('订单 20261122000187 寄错了能改到 a@b.example 吗，电话13800000001')
    .asksForPerson();
  expect(learnt(asked).map(({ text }) => text)).toEqual(['订单 … 寄错了能改到 … 吗，电话…']);
  const back = record('c2', knowledge).says(HOLD).takesBack(1);
  expect(learnt(back)).toEqual([]);
  const erased = record('c3', knowledge).says(HOLD).says('转人工').joins().writes('可以').conversation;
  const empty = { ...erased, events: erased.events.map((event) => ({ ...event, body: {} })) };
  expect(readRounds(empty, book)).toEqual([]);
});

test('what each message would have needed', () => {
  const rows = (recording: Recording) => rowsOf(roundsOf(recording), book).map(({ text, truth }) => [text, truth]);
  expect(rows(record('c1', knowledge).says('你好').says('运费怎么算').says('谢谢'))).toEqual([
    ['运费怎么算', { right: ['fee'], said: '满 88 元包邮，不满的每单 10 元。', wrong: [] }],
  ]);
  expect(rows(record('c2', knowledge).says('运费怎么算').says('转人工').joins().writes('新疆是 25 元'))).toEqual([
    ['运费怎么算', { right: [], wrong: ['fee'], reply: '新疆是 25 元' }],
    ['转人工', { right: [], wrong: [], person: true }],
  ]);
});

test('goods that were shown and left without a word say nothing; who goes on was helped', () => {
  const shop: KnowledgeSource = {
    ...SHOP,
    products: [
      { id: 'cup', title: '白瓷马克杯', category: ['杯子'], price: { amount: 5900, currency: 'CNY' }, attributes: [] },
      { id: 'pot', title: '铸铁锅', category: ['锅具'], price: { amount: 39_900, currency: 'CNY' }, attributes: [] },
    ],
  };
  const sells = buildKnowledge(shop);
  const by = createBook(sells);
  const right = (recording: Recording) =>
    rowsOf(readRounds(recording.conversation, by), by).map(({ truth }) => truth.right);
  const [shown] = right(record('c1', sells).says('有没有杯子'));
  expect(shown).toEqual([]);
  expect(right(record('c2', sells).says('有没有杯子').says('运费怎么算'))).toEqual([
    [expect.stringMatching(/^search/)],
    ['fee'],
  ]);
});
