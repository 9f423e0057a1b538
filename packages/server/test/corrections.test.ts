import { expect, test } from 'vitest';
import { loadFolder } from '../src/shops/load-folder.ts';
import { makeFolder } from './folder.ts';

const SHOP = { id: 'inn', name: 'Inn', locales: ['en'], currency: 'CNY', timeZone: 'UTC' };

test('rules that put the catalogue right are read; a wrong one is left out with its place', () => {
  const { knowledge, report } = loadFolder(
    makeFolder({
      'mapping.json': { shop: SHOP },
      'corrections.json': [
        { field: 'Spec', category: 'Chairs', means: 'load', unit: 'kg' },
        { field: 'Spec', means: 'strength' },
        { field: 'Spec' },
        { name: 'Spec', hide: true },
        { field: 'Colour', value: 'GB/T 1234', hide: true },
      ],
    }),
  );
  expect(knowledge.corrections).toEqual([
    { field: 'Spec', category: 'Chairs', means: 'load', unit: 'kg' },
    { field: 'Colour', value: 'GB/T 1234', hide: true },
  ]);
  expect(report.notes.map(({ row, reason }) => `${row} ${reason.slice(0, 40)}`)).toEqual([
    expect.stringMatching(/^2 "means": use one of material, filling/),
    '3 say what is put right: "means", "unit", ',
    expect.stringMatching(/^4 "(?:name|field)": /),
  ]);
  const broken = loadFolder(makeFolder({ 'corrections.json': '{' }));
  expect(broken.knowledge.corrections).toBeUndefined();
  expect(broken.report.notes).toMatchObject([{ part: 'corrections', row: 0, level: 'skipped' }]);
});

test('promises in cases of their own are read with the mapping; a case that cannot be read refuses it', () => {
  const withCase = (when: object) =>
    makeFolder({ 'mapping.json': { shop: { ...SHOP, exceptions: [{ when, policies: { returnDays: 0 } }] } } });
  expect(loadFolder(withCase({ tags: ['Final sale'], until: '2026-11-30' })).knowledge.shop.exceptions).toEqual([
    { when: { tags: ['Final sale'], until: Date.parse('2026-12-01T00:00:00Z') }, policies: { returnDays: 0 } },
  ]);
  expect(() => loadFolder(withCase({}))).toThrow('shop.exceptions.0: it has no condition');
  expect(() => loadFolder(withCase({ until: 'soon' }))).toThrow('is no date');
  expect(() => loadFolder(withCase({ tag: ['x'] }))).toThrow('tag');
});
