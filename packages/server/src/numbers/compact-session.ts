import { emptySession, type Session } from './facts.ts';

const isEmpty = (value: unknown): boolean =>
  value === false || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** A session as text, without what is empty: most have no person, no order and no rating. */
export function packSession(session: Session): string {
  return JSON.stringify(Object.fromEntries(Object.entries(session).filter(([, value]) => !isEmpty(value))));
}

/** What {@link packSession} wrote. */
export function unpackSession(text: string): Session {
  const parsed = JSON.parse(text) as Session;
  return Object.assign(emptySession(parsed.start, parsed.lang), parsed);
}

const NOTHING: Record<string, never> = Object.freeze({});
const NONE: never[] = [];
Object.freeze(NONE);

/** The same for reading alone: what is empty is shared, so that many may be held. */
export function viewSession(text: string): Session {
  const { start, last, lang, lines, turns, fallback, closed, topics, products, orders, mood, episodes, ratings, hits } =
    JSON.parse(text) as Partial<Session> & Pick<Session, 'start' | 'last' | 'lines' | 'turns'>;
  return {
    start,
    last,
    lines,
    turns,
    fallback: fallback ?? false,
    topics: topics ?? NOTHING,
    products: products ?? NOTHING,
    orders: orders ?? NONE,
    episodes: episodes ?? NONE,
    ratings: ratings ?? NONE,
    hits: hits ?? NONE,
    ...(lang === undefined ? {} : { lang }),
    ...(closed === undefined ? {} : { closed }),
    ...(mood === undefined ? {} : { mood }),
  };
}
