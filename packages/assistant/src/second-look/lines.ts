import type { Localized } from '../knowledge/knowledge-source.ts';

const both = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

/** What is said when the first look came to nothing certain. */
export const LINES = {
  details: both(
    '这一问没有现成的答案，{title}的资料里写着：\n{facts}\n还没说到的话，可以请人来看。',
    'I have no ready answer to that. The details of {title} say:\n{facts}\nIf that is not it, a person can look.',
  ),
  price: both('价格', 'Price'),
  before: both('{price}，原价 {was}', '{price}, was {was}'),
  choices: both('可选', 'Choices'),
  sum: both('{parts}\n一共 {total}。', '{parts}\n{total} together.'),
  other: both('不是您要的？换个说法，或者请人来帮您看。', 'Not what you meant? Try other words, or let a person look.'),
  listening: both(
    '嗯，我在听。看东西、查订单、问售后，想办哪样直接说就行。',
    'I am listening. Goods, an order, anything about the shop: just tell me what you need.',
  ),
} as const;
