import type { ChatEvent } from '@xiaoer/core/protocol';
import type { Batch, ClaimRecord, ConversationRecord, Log } from '../log.ts';

/** One promise of the {@link Log} contract. Run each against a fresh, empty log. */
export interface LogCase {
  readonly name: string;
  /** Rejects with what was expected and what came instead. */
  run(log: Log): Promise<void>;
}

const A = 'conversation-aaaa';
const B = 'conversation-bbbb';
const C = 'conversation-cccc';

/** Two shoppers, since each has one open conversation: A is the first's, B the second's. */
const record = (id: string, subject = id === B ? 'shopper-2' : 'shopper-1', shop = 'inn'): ConversationRecord => ({
  id,
  shop,
  subject,
  createdAt: 1_000,
  locale: 'zh-CN',
  name: '小满',
});

const event = (seq: number, id: string, more: Partial<ChatEvent> = {}): ChatEvent => ({
  seq,
  id,
  at: 1_000 + seq,
  from: { role: 'shopper', id: 'shopper-1' },
  kind: 'text',
  body: { text: `第 ${seq} 句` },
  ...more,
});

const batch = (conversation: string, events: readonly ChatEvent[], create = false): Batch => ({
  conversation,
  create: create ? record(conversation) : undefined,
  events,
});

const same = (what: string, actual: unknown, expected: unknown): void => {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
};

const closed = (seq: number): ChatEvent => event(seq, `close-${seq}`, { kind: 'closed', body: {} });

const ids = (records: readonly ConversationRecord[]) => records.map(({ id }) => id);

const HOUSE = { role: 'system', id: 'house' } as const;

/** The batch that tells a conversation of the claim. */
const claimed = (conversation: string, seq: number): Batch =>
  batch(conversation, [event(seq, 'house:claimed', { from: HOUSE, kind: 'claimed', body: { visitor: 'shopper-1' } })]);

const claim = (account: string, batches: readonly Batch[]): ClaimRecord => ({
  shop: 'inn',
  visitor: 'shopper-1',
  account: { id: account, name: '梅' },
  at: 9_000,
  batches,
});

/** What every implementation of {@link Log} must do, one case a promise. */
export const LOG_CONTRACT: readonly LogCase[] = [
  {
    name: 'an empty log knows nothing',
    async run(log) {
      same('head', await log.head(A), undefined);
      same('find', await log.find(A, 'shopper-1', 'a1'), undefined);
      same('read', await log.read(A, 0, 10), []);
      same('open', await log.open('inn'), []);
      same('first', await log.first(A), 1);
    },
  },
  {
    name: 'what was inserted is read back as it was, in order',
    async run(log) {
      const events = [
        event(1, 'a1'),
        event(2, 'a2', { from: { role: 'bot', id: 'bot', name: '小二', avatar: '/a.svg' } }),
      ];
      same('insert', await log.insert([batch(A, events, true)]), [true]);
      same('read', await log.read(A, 0, 10), events);
      same('head', (await log.head(A))?.head, 2);
      same('record', (await log.head(A))?.record, record(A));
    },
  },
  {
    name: 'read gives after < seq ≤ after + limit',
    async run(log) {
      await log.insert([
        batch(
          A,
          [1, 2, 3, 4, 5].map((seq) => event(seq, `a${seq}`)),
          true,
        ),
      ]);
      const seqs = async (after: number, limit: number) => (await log.read(A, after, limit)).map(({ seq }) => seq);
      same('page', await seqs(1, 3), [2, 3, 4]);
      same('end', await seqs(4, 3), [5]);
      same('beyond', await seqs(5, 3), []);
    },
  },
  {
    name: 'a batch that does not start at head + 1 is refused whole, and its neighbours are not',
    async run(log) {
      await log.insert([batch(A, [event(1, 'a1')], true)]);
      const accepted = await log.insert([batch(A, [event(3, 'a3')]), batch(B, [event(1, 'b1'), event(2, 'b2')], true)]);
      same('insert', accepted, [false, true]);
      same('heads', [(await log.head(A))?.head, (await log.head(B))?.head], [1, 2]);
      same('late', await log.insert([batch(A, [event(1, 'a9')])]), [false]);
    },
  },
  {
    name: 'a number inside a batch that leaves a hole refuses the batch',
    async run(log) {
      same('insert', await log.insert([batch(A, [event(1, 'a1'), event(3, 'a3')], true)]), [false]);
      same('head', await log.head(A), undefined);
    },
  },
  {
    name: 'a repeated (conversation, author, id) refuses the batch, and find tells its number',
    async run(log) {
      await log.insert([batch(A, [event(1, 'a1')], true)]);
      same('again', await log.insert([batch(A, [event(2, 'a1')])]), [false]);
      same('in a batch', await log.insert([batch(A, [event(2, 'a2'), event(3, 'a1')])]), [false]);
      same('find', await log.find(A, 'shopper-1', 'a1'), 1);
      same('head', (await log.head(A))?.head, 1);
    },
  },
  {
    name: 'the same id by another author, or in another conversation, is another op',
    async run(log) {
      await log.insert([batch(A, [event(1, 'a1')], true)]);
      const other = event(2, 'a1', { from: { role: 'agent', id: 'agent-1', name: '掌柜' } });
      same('author', await log.insert([batch(A, [other])]), [true]);
      same('conversation', await log.insert([batch(B, [event(1, 'a1')], true)]), [true]);
      same('find', [await log.find(A, 'agent-1', 'a1'), await log.find(B, 'agent-1', 'a1')], [2, undefined]);
    },
  },
  {
    name: 'a conversation is created once, and only with its first event',
    async run(log) {
      same('unknown', await log.insert([batch(A, [event(1, 'a1')])]), [false]);
      same('create', await log.insert([batch(A, [event(1, 'a1')], true)]), [true]);
      same('twice', await log.insert([batch(A, [event(1, 'a2')], true)]), [false]);
      same('twice, next', await log.insert([batch(A, [event(2, 'a2')], true)]), [false]);
    },
  },
  {
    name: 'open lists what is not closed, of this shop, openOf of this shopper, and allOf all of this shopper, newest first',
    async run(log) {
      const create = (id: string, of: ConversationRecord): Batch => ({
        conversation: id,
        create: of,
        events: [event(1, 'x')],
      });
      await log.insert([create(A, record(A))]);
      await log.insert([create(B, record(B))]);
      await log.insert([create('conversation-dddd', record('conversation-dddd', 'shopper-1', 'other'))]);
      same('openOf', ids(await log.openOf('inn', 'shopper-1')), [A]);
      same('open', ids(await log.open('inn')).sort(), [A, B]);
      await log.insert([batch(A, [closed(2)])]);
      same('closed', ids(await log.openOf('inn', 'shopper-1')), []);
      await log.insert([create(C, record(C))]);
      same('next', ids(await log.openOf('inn', 'shopper-1')), [C]);
      same('all', ids(await log.allOf('inn', 'shopper-1')), [C, A]);
      same('still read', (await log.head(A))?.head, 2);
    },
  },
  {
    name: 'server rule 8: a shopper with an open conversation gets no second one, also within one insert',
    async run(log) {
      const second = { ...batch(C, [event(1, 'c1')]), create: record(C) };
      same('at once', await log.insert([batch(A, [event(1, 'a1')], true), second]), [true, false]);
      same('later', await log.insert([second]), [false]);
      await log.insert([batch(A, [closed(2)])]);
      same('after the end', await log.insert([second]), [true]);
    },
  },
  {
    name: 'a claim makes the conversations and ops of a visitor those of the account, in one step',
    async run(log) {
      await log.insert([batch(A, [event(1, 'a1'), closed(2)], true)]);
      await log.insert([{ ...batch(C, [event(1, 'c1')]), create: record(C) }]);
      same('claim', await log.claim(claim('shopper-9', [claimed(A, 3), claimed(C, 2)])), 'done');
      same('alias', [await log.aliasOf('inn', 'shopper-1'), await log.aliasOf('inn', 'x')], ['shopper-9', undefined]);
      same('of', [await log.allOf('inn', 'shopper-1'), ids(await log.allOf('inn', 'shopper-9'))], [[], [C, A]]);
      same('open', ids(await log.openOf('inn', 'shopper-9')), [C]);
      same('record', (await log.head(C))?.record, { ...record(C, 'shopper-9'), name: '梅' });
      same('repeat', await log.find(C, 'shopper-9', 'c1'), 1);
      same('old name', await log.find(C, 'shopper-1', 'c1'), undefined);
      const [first, second] = await log.read(C, 0, 9);
      same('author', [first?.from, first?.body], [{ role: 'shopper', id: 'shopper-9' }, event(1, 'c1').body]);
      same('house', second?.from, { role: 'system', id: 'house' });
      same('next', await log.insert([batch(C, [event(3, 'c3', { from: { role: 'shopper', id: 'shopper-9' } })])]), [
        true,
      ]);
      same('own', (await log.read(C, 2, 9))[0]?.body, event(3, 'c3').body);
    },
  },
  {
    name: 'a claim is made once: a repeat is done, another account is refused, the visitor creates nothing more',
    async run(log) {
      await log.insert([batch(A, [event(1, 'a1'), closed(2)], true)]);
      same('claim', await log.claim(claim('shopper-9', [claimed(A, 3)])), 'done');
      same('again', await log.claim(claim('shopper-9', [claimed(A, 4)])), 'done');
      same('other', await log.claim(claim('shopper-8', [claimed(A, 4)])), 'taken');
      same('head', (await log.head(A))?.head, 3);
      same('create', await log.insert([{ ...batch(C, [event(1, 'c1')]), create: record(C) }]), [false]);
      same('empty', await log.claim({ ...claim('shopper-9', []), visitor: 'quiet' }), 'done');
      same('of nothing', await log.aliasOf('inn', 'quiet'), 'shopper-9');
    },
  },
  {
    name: 'a claim that does not fit changes nothing: a number that moved, a conversation left out, two open ones',
    async run(log) {
      await log.insert([batch(A, [event(1, 'a1')], true), batch(B, [event(1, 'b1')], true)]);
      const stale = async (what: string, batches: readonly Batch[]) => {
        same(what, await log.claim(claim('shopper-2', batches)), 'stale');
        same(what, [(await log.head(A))?.head, (await log.head(B))?.head], [1, 1]);
        same(what, await log.aliasOf('inn', 'shopper-1'), undefined);
      };
      await stale('moved', [claimed(A, 3)]);
      await stale('left out', []);
      await stale('left out, another touched', [batch(B, [closed(2)])]);
      await stale('two open', [claimed(A, 2)]);
      same('fits', await log.claim(claim('shopper-2', [claimed(A, 2), batch(B, [closed(2)])])), 'done');
      same('open', ids(await log.openOf('inn', 'shopper-2')), [A]);
    },
  },
  {
    name: 'what was trimmed is not read, is still found, and leaves the fold over it',
    async run(log) {
      const all = [1, 2, 3, 4].map((seq) => event(seq, `a${seq}`));
      await log.insert([batch(A, all, true)]);
      same('before', [await log.first(A), await log.snapshot(A)], [1, undefined]);
      await log.trim(A, 3, { v: 1, mood: '好' });
      same('read', [await log.read(A, 0, 9), await log.read(A, 1, 2)], [all.slice(2), [all[2]]]);
      same('first', [await log.first(A), (await log.head(A))?.head], [3, 4]);
      same('snapshot', await log.snapshot(A), { seq: 2, state: { v: 1, mood: '好' } });
      same(
        'repeat',
        [await log.find(A, 'shopper-1', 'a1'), await log.insert([batch(A, [event(5, 'a1')])])],
        [1, [false]],
      );
      await log.trim(A, 2, { v: 1 });
      same('back', [await log.first(A), (await log.snapshot(A))?.seq], [3, 2]);
      await log.trim(A, 5, { v: 1 });
      same('all', [await log.read(A, 0, 9), await log.first(A), (await log.head(A))?.head], [[], 5, 4]);
      same('next', await log.insert([batch(A, [event(5, 'a5')])]), [true]);
    },
  },
  {
    name: 'a batch of nothing is refused',
    async run(log) {
      same('insert', await log.insert([batch(A, [], true)]), [false]);
      same('no batches', await log.insert([]), []);
    },
  },
  {
    name: 'the epoch does not change by itself',
    async run(log) {
      const before = log.epoch();
      await log.insert([batch(A, [event(1, 'a1')], true)]);
      same('epoch', log.epoch(), before);
      if (before.length < 1 || before.length > 64) throw new Error('the epoch has 1 to 64 characters');
    },
  },
];
