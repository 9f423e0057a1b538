import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildKnowledge, INITIAL_STATE, type KnowledgeSource, turn } from '../src/index.ts';
import { show } from './timeline.ts';

const folder = new URL('../../../../shared/data/litemall/', import.meta.url);
const there = existsSync(new URL('products.json', folder));

interface Row {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly category: readonly string[];
  readonly keywords: string;
  readonly on_sale: boolean;
  readonly price: number;
  readonly list_price: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly variants: readonly { readonly stock: number }[];
}

function load(): KnowledgeSource {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const cny = (yuan: number) => ({ amount: Math.round(yuan * 100), currency: 'CNY' });
  return {
    shop: { id: 'litemall', name: 'litemall', locales: ['zh-CN'] },
    products: (read('products.json') as readonly Row[]).map((row) => ({
      id: row.id,
      title: row.title,
      summary: row.summary,
      category: row.category,
      keywords: row.keywords ? [row.keywords] : [],
      price: cny(row.price),
      was: cny(row.list_price),
      stock: row.variants.reduce((sum, { stock }) => sum + stock, 0),
      onSale: row.on_sale,
      attributes: Object.entries(row.attributes).map(([name, value]) => ({ name, value })),
    })),
    answers: (read('faq.json') as readonly { question: string; answer: string }[]).map(({ question, answer }, n) => ({
      id: `faq-${n}`,
      question,
      answer: /^[\s\S]*[。；]/.exec(answer)?.[0] ?? answer,
      cutOff: true,
    })),
  };
}

test.skipIf(!there)(
  'a real export (skipped where ../shared/data/litemall is missing): the five sentences of the spine',
  () => {
    const knowledge = buildKnowledge(load());
    const ask = (text: string, about?: string) =>
      turn(
        INITIAL_STATE,
        { kind: 'message', text, about, locale: 'zh-CN', shopper: { signedIn: false }, at: 0 },
        knowledge,
      );

    const freight = ask('运费怎么算');
    expect(freight.replies.map(show)[0]).toContain('每单收取10元运费。 ‹answer: 购买运费如何收取？›');
    expect(freight.replies.map(({ kind }) => kind)).toEqual(['text', 'choices']);

    const search = ask('有没有纯棉的四件套 1000 元以内的');
    const items = search.replies.flatMap((reply) => (reply.kind === 'products' ? reply.body.items : []));
    expect(items.length).toBeGreaterThanOrEqual(3);
    for (const item of items) {
      expect(item.title).toContain('四件套');
      expect(item.price.amount).toBeLessThanOrEqual(100_000);
      expect(item.reason).toMatch(/材质 100% ?棉/);
    }

    expect(ask('这款被子填充物是什么', '1006007').replies.map(show)).toEqual([
      'text 秋冬保暖加厚澳洲羊毛被的填充物：100%羊毛 ‹product: 秋冬保暖加厚澳洲羊毛被 · 填充物›',
    ]);

    const compared = ask('羊毛被和蚕丝被有什么区别');
    expect(compared.trace.decision).toBe('compare');
    const [text, cards] = compared.replies;
    expect(text?.kind === 'text' ? text.body.text : '').toMatch(
      /羊毛被\*\* 和 \*\*.*蚕丝被[\s\S]*填充物：100%羊毛 ／ 100%.*桑蚕丝/,
    );
    expect(cards?.kind === 'products' ? cards.body.items.length : 0).toBe(2);

    expect(ask('我要找人工').actions).toEqual([{ do: 'handoff', reason: 'wish' }]);
  },
);
