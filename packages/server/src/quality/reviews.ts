import type { SqliteStore } from '../engines/sqlite-store.ts';
import { seal, unseal } from '../keys.ts';
import type { Review } from './review.ts';

/** The log of reviews: only added to. What is written in one is sealed with the shopper's key, and gone with it. */
export interface Reviews {
  /** Durable when it resolves. */
  add(review: Omit<Review, 'n'>): Promise<void>;
  /** Reviews since a moment, oldest first. */
  since(at: number): readonly Review[];
  of(conversation: string): readonly Review[];
}

const placeOf = (conversation: string, at: number): string => `${conversation}\nreview ${at}`;

/** The reviews in a database. */
export function createReviews({ reader, keys, run }: Pick<SqliteStore, 'reader' | 'keys' | 'run'>): Reviews {
  const all = reader.prepare('SELECT * FROM quality_review WHERE at >= ? ORDER BY n');
  const ofOne = reader.prepare('SELECT * FROM quality_review WHERE conversation = ? ORDER BY n');
  const whose = reader.prepare('SELECT shop, coalesce(sealed_for, subject) AS subject FROM conversation WHERE id = ?');
  const keyOf = (conversation: string): Uint8Array | undefined => {
    const row = whose.get(conversation);
    return row && keys.find(String(row['shop']), String(row['subject']));
  };

  function read(row: Readonly<Record<string, unknown>>): Review {
    const [conversation, at] = [String(row['conversation']), Number(row['at'])];
    const key = keyOf(conversation);
    let comment = '';
    try {
      if (key && row['sealed'] instanceof Uint8Array) comment = unseal(key, placeOf(conversation, at), row['sealed']);
    } catch {
      // The shopper was erased, and what was said of that shopper too.
    }
    return {
      n: Number(row['n']),
      at,
      who: String(row['who']),
      conversation,
      k: Number(row['k']),
      score: Number(row['score']),
      counted: Number(row['counted']),
      findings: JSON.parse(String(row['findings'])) as Review['findings'],
      comment,
    };
  }

  return {
    async add({ at, who, conversation, k, score, counted, findings, comment }) {
      const key = comment === '' ? undefined : keyOf(conversation);
      await run(
        'INSERT INTO quality_review (at, who, conversation, k, score, counted, findings, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        at,
        who,
        conversation,
        k,
        score,
        counted,
        JSON.stringify(findings),
        key ? seal(key, placeOf(conversation, at), comment) : null,
      );
    },
    since: (at) => all.all(at).map(read),
    of: (conversation) => ofOne.all(conversation).map(read),
  };
}
