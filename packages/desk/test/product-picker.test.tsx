// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { createCatalogue, score } from '../src/catalogue.ts';
import { drawn, held, id, press, QUILT, settled, TEAPOT, type } from './stage.tsx';

it('finds products by words in any language and order', () => {
  const found = (words: string) => [TEAPOT, QUILT].filter((card) => score(card, words) > 0).map((card) => card.id);
  expect(
    ['', 'clay', '280 TEAPOT', 'purple teapot', 'teapot quilt', '四件套', '纯棉四件套', '羊毛围巾'].map(found),
  ).toEqual([['teapot', 'quilt'], ['teapot'], ['teapot'], ['teapot'], [], ['quilt'], ['quilt'], []]);
});

it('asks for the catalogue again after it could not be read', async () => {
  let calls = 0;
  const catalogue = createCatalogue(async () => {
    calls++;
    if (calls === 1) throw new Error('away');
    return { shop: { id: 'yunlai' }, products: [TEAPOT, { id: 'broken' }] };
  });
  await expect(catalogue.search('', 5, 'en')).rejects.toThrow('away');
  expect((await catalogue.search('', 5, 'en')).map((card) => card.id)).toEqual(['teapot']);
  await catalogue.find('teapot', 'en');
  expect(calls).toBe(2);
});

it('sends the id of the chosen product and nothing else', async () => {
  const { house, conversation } = drawn([held('Mei')]);
  conversation(id('Mei')).receive({
    seq: 4,
    id: 'e4',
    at: 1,
    from: { role: 'agent', id: 'agent-linyue' },
    kind: 'handoff',
    body: { state: 'joined', agent: { id: 'agent-linyue', name: 'Lin Yue' } },
  });
  await press('j');
  await press('p');
  const field = screen.getByRole<HTMLInputElement>('searchbox');
  expect(document.activeElement).toBe(field);
  await type(field, 'clay');
  expect(await press('Enter', {}, field)).toBe(true);
  await settled();
  expect(house.ops.map(({ kind, body, serving }) => ({ kind, body, serving }))).toEqual([
    { kind: 'product', body: { product: 'teapot' }, serving: 4 },
  ]);
  expect(screen.queryByRole('searchbox')).toBeNull();
});
