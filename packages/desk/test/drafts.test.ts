import { expect, it } from 'vitest';
import { createDrafts } from '../src/state/drafts.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it('leaves what another tab of the same agent wrote', () => {
  const storage = memory();
  const [left, right] = [createDrafts(storage), createDrafts(storage)];
  left.belongTo('linyue');
  right.belongTo('linyue');
  left.set('a', 'reply', 'from the left');
  right.set('b', 'note', 'from the right');
  left.set('a', 'reply', 'from the left, longer');
  const later = createDrafts(storage);
  later.belongTo('linyue');
  expect(later.all.value).toEqual({ 'reply:a': 'from the left, longer', 'note:b': 'from the right' });
});

it('shows nobody the drafts of another agent, and carries along what was written before the name was known', () => {
  const storage = memory();
  const first = createDrafts(storage);
  first.set('a', 'reply', 'early');
  first.belongTo('linyue');
  const second = createDrafts(storage);
  second.belongTo('zhao');
  expect([first.get('a', 'reply'), second.get('a', 'reply')]).toEqual(['early', '']);
  expect([...storage.kept]).toEqual([['xiaoer-desk-drafts:linyue', '{"reply:a":"early"}']]);
});

it('takes away what was sent and nothing that was written since', () => {
  const drafts = createDrafts(memory());
  drafts.set('a', 'reply', 'Hello Mei\nand');
  drafts.sent('a', 'reply', 'Hello Mei');
  const seen = [drafts.get('a', 'reply')];
  drafts.giveBack('a', 'reply', 'Hello Mei');
  seen.push(drafts.get('a', 'reply'));
  expect(seen).toEqual(['and', 'Hello Mei\nand']);
});

it('goes on when the storage is full or holds something else', () => {
  const storage = memory();
  storage.kept.set('xiaoer-desk-drafts:linyue', 'not json');
  const drafts = createDrafts({
    ...storage,
    setItem: () => {
      throw new Error('full');
    },
  });
  drafts.belongTo('linyue');
  drafts.set('a', 'reply', 'Hello');
  expect(drafts.get('a', 'reply')).toBe('Hello');
});
