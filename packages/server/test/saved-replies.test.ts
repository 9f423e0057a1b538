import { expect, test } from 'vitest';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';
import { agentCookie, ask, openInn } from './inn.ts';

const REPLIES = [
  {
    id: 'hello',
    title: { 'zh-CN': '问候', en: 'Greeting' },
    text: { 'zh-CN': '您好{shopper}', en: 'Hello {shopper}' },
  },
  { id: 'hello', title: 'again', text: 'twice' },
  { title: 'without words' },
  { title: 'Long', text: 'x'.repeat(5_000) },
];

test('saved replies of a folder: a broken row is skipped, a long one cut, and the report says so', () => {
  const { replies, report } = loadFolder(makeFolder({ 'replies.json': REPLIES }));
  expect(replies.map(({ id, title }) => [id, title])).toEqual([
    ['hello', { 'zh-CN': '问候', en: 'Greeting' }],
    ['reply-4', 'Long'],
  ]);
  expect(report.notes.map(({ row, level, reason }) => `${row} ${level} ${reason}`)).toEqual([
    '2 skipped the id "hello" is that of an earlier row',
    '3 skipped there is no text',
    '4 flagged the text was longer than 4000 characters and was cut',
  ]);
});

test('an agent gets them in the language that is asked for', async () => {
  const inn = await openInn({ shop: makeFolder({ 'replies.json': REPLIES.slice(0, 1) }) });
  const cookie = await agentCookie(inn);
  const read = async (locale: string) =>
    JSON.parse((await ask(inn, `/desk/api/replies?locale=${locale}`, { headers: { cookie } })).text).replies;
  expect(await read('en-GB')).toEqual([{ id: 'hello', title: 'Greeting', text: 'Hello {shopper}' }]);
  expect(await read('zh-CN')).toEqual([{ id: 'hello', title: '问候', text: '您好{shopper}' }]);
});

test('an agent gets the words of answers that Xiaoer weighed, in the order asked for', async () => {
  const answers = ['a', 'b'].map((id) => ({
    id,
    question: `${id}?`,
    answer: { en: `Answer ${id}`, 'zh-CN': `答${id}` },
  }));
  const inn = await openInn({ shop: makeFolder({ 'answers.json': answers }) });
  const cookie = await agentCookie(inn);
  const { text } = await ask(inn, '/desk/api/answers?id=b&id=none&id=a&locale=zh-CN', { headers: { cookie } });
  expect(JSON.parse(text).answers).toEqual([
    { id: 'b', text: '答b' },
    { id: 'a', text: '答a' },
  ]);
});
