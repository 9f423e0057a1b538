import { type Store, StoreError } from '../stores/store.ts';

/** One promise of a contract: it throws when an implementation breaks it. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

function same(found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`expected ${b}, found ${a}`);
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('expected a refusal');
}

/** Opens a store by name. */
type OpenStore = (name: string) => Promise<Store>;

/**
 * What every {@link Store} promises. `open` opens a store by name, the same rows for the same name where it is
 * durable; each case uses a name of its own. `tight` opens one without room for a row of 10,000 characters, where the
 * platform can be brought to that.
 */
export function storeContract(
  open: OpenStore,
  { tight }: { readonly tight?: OpenStore } = {},
): readonly ContractCase[] {
  let count = 0;
  const cases: ContractCase[] = [];
  const it = (name: string, body: (store: Store, again: () => Promise<Store>) => Promise<void>, opened = open) => {
    const place = `contract-${++count}`;
    cases.push({
      name,
      async run() {
        const store = await opened(place);
        await body(store, () => opened(place));
        store.close();
      },
    });
  };
  const put = (store: Store, ...rows: readonly (readonly [readonly (string | number)[], unknown])[]) =>
    store.transact([], () => rows.map(([key, value]) => ({ put: key, value })));
  const keys = async (store: Store, ...prefix: (string | number)[]) =>
    (await store.list(prefix)).map(({ key }) => key.join('/'));

  it('hands the values of the keys to decide, undefined where there is no row', async (store) => {
    await put(store, [['a'], 1], [['b', 2], { deep: ['x'] }]);
    let seen: readonly unknown[] = [];
    const wrote = await store.transact([['b', 2], ['none'], ['a']], (values) => {
      seen = values;
      return null;
    });
    same(
      [...seen].map((value) => value ?? 'nothing'),
      [{ deep: ['x'] }, 'nothing', 1],
    );
    same(wrote, false);
  });
  it('tells whether anything was written', async (store) => {
    same(await store.transact([], () => []), false);
    same(await put(store, [['a'], 1]), true);
  });
  it('lists rows in key order, numbers before strings, a prefix never taking its neighbours', async (store) => {
    await put(
      store,
      [['e', 'x', 10], 0],
      [['e', 'x', 9], 0],
      [['e', 'xy', 1], 0],
      [['e', 2], 0],
      [['ee'], 0],
      [['e'], 0],
    );
    same(await keys(store, 'e'), ['e', 'e/2', 'e/x/9', 'e/x/10', 'e/xy/1']);
    same(await keys(store, 'e', 'x'), ['e/x/9', 'e/x/10']);
    same(await keys(store), ['e', 'e/2', 'e/x/9', 'e/x/10', 'e/xy/1', 'ee']);
  });
  it('clears what starts with a prefix and nothing else, in the order of the writes', async (store) => {
    await put(store, [['e', 'x', 1], 0], [['e', 'x', 2], 0], [['e', 'xy', 1], 0]);
    await store.transact([], () => [
      { clear: ['e', 'x'] },
      { put: ['e', 'x', 3], value: 0 },
      { delete: ['e', 'xy', 1] },
    ]);
    same(await keys(store), ['e/x/3']);
  });
  it('writes nothing when decide throws', async (store) => {
    await put(store, [['a'], 1]);
    await refusal(
      store.transact([['a']], () => {
        throw new Error('no');
      }),
    );
    same(await store.list([]), [{ key: ['a'], value: 1 }]);
  });
  it('lets no other transaction in between reading and writing', async (store) => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        store.transact([['n']], ([n]) => [{ put: ['n'], value: ((n as number) ?? 0) + 1 }]),
      ),
    );
    same(await store.list(['n']), [{ key: ['n'], value: 20 }]);
  });
  it('wipes every row and goes on', async (store) => {
    await put(store, [['a'], 1], [['b'], 2]);
    await store.wipe();
    same(await keys(store), []);
    await put(store, [['c'], 3]);
    same(await keys(store), ['c']);
  });
  it('refuses everything once closed', async (store) => {
    store.close();
    const error = await refusal(put(store, [['a'], 1]));
    same(error instanceof StoreError && error.code, 'closed');
  });
  it('keeps its rows over a close where it is durable', async (store, again) => {
    await put(store, [['a'], { b: 1 }]);
    store.close();
    const next = await again();
    same(await next.list([]), store.durable ? [{ key: ['a'], value: { b: 1 } }] : []);
    next.close();
  });
  it('shares its rows between two handles where it is durable, and their transactions take turns', async (store, again) => {
    const other = await again();
    const add = (one: Store) => one.transact([['n']], ([n]) => [{ put: ['n'], value: ((n as number) ?? 0) + 1 }]);
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n % 2 ? store : other)));
    same(await store.list([]), [{ key: ['n'], value: store.durable ? 20 : 10 }]);
    same(await other.list([]), await store.list([]));
    other.close();
    await add(store);
    same((await store.list(['n']))[0]?.value, store.durable ? 21 : 11);
  });
  it('hands out values that are copies where it is durable', async (store) => {
    const value = { list: ['a'] };
    await put(store, [['a'], value]);
    value.list.push('b');
    same(await store.list([]), [{ key: ['a'], value: { list: store.durable ? ['a'] : ['a', 'b'] } }]);
  });
  if (tight)
    it(
      'refuses with quota what it has no room for, changes nothing, and goes on',
      async (store) => {
        await put(store, [['a'], 1]);
        const error = await refusal(put(store, [['a'], 2], [['b'], 'x'.repeat(10_000)]));
        same(error instanceof StoreError && error.code, 'quota');
        same(await store.list([]), [{ key: ['a'], value: 1 }]);
        await store.transact([], () => [{ delete: ['a'] }, { put: ['c'], value: 3 }]);
        same(await keys(store), ['c']);
      },
      tight,
    );
  return cases;
}
