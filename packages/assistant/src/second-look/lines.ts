import type { Localized } from '../knowledge/knowledge-source.ts';

const both = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

/** What is said when the first look came to nothing certain. */
export const LINES = {
  details: both(
    '这一问没有现成的答案，{title}的资料里写着：\n{facts}\n还没说到的话，可以请人来看。',
    'I have no ready answer to that. The details of {title} say:\n{facts}\nIf that is not it, a person can look.',
  ),
  price: both('价格', 'Price'),
  summary: both('简介', 'In short'),
  before: both('{price}，原价 {was}', '{price}, was {was}'),
  choices: both('可选', 'Choices'),
  other: both('不是您要的？换个说法，或者请人来帮您看。', 'Not what you meant? Try other words, or let a person look.'),
  orPerson: both('要是还没说到点上，请人来看也行。', 'If that misses the point, a person can look as well.'),
  noDay: both('哪天再到，资料里没有写，可以请人来问。', 'When more will come is not stated. A person can find out.'),
  total: both('{facts}\n一共 {total}。', '{facts}\nThat makes {total}.'),
  signIn: both(
    '查订单要先在页面上登录，登录后再问我一次就好；登录不了的话，可以请人来。',
    'To look up an order, please sign in on this page first and ask me again; if you cannot, a person can help.',
  ),
  listening: both(
    '嗯，我在听。看东西、查订单、问售后，想办哪样直接说就行。',
    'I am listening. Goods, an order, anything about the shop: just tell me what you need.',
  ),
} as const;
