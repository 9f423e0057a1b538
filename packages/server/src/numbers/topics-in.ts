import { isObject } from '@xiaoer/core/protocol';

/** What a turn was about says nothing where it was talk. */
const TALK = new Set(['greet', 'thanks', 'bye', 'abuse', 'bot.identity', 'human.request', 'glad', 'small-talk']);
const TOPICAL = new Set(['answer', 'policy', 'flow', 'attribute', 'intent']);
/** From here on what was not used was a guess worth counting as what was asked. */
const LIKELY = 0.3;
const MOST_TOPICS = 3;

/** Decisions of the bot after which the shopper has no answer. */
const FALLBACKS = new Set(['unknown', 'clarify', 'which-task', 'failed', 'give-up']);

/** One turn of the bot, as far as it is counted. */
export interface TurnFacts {
  /** As `kind:id`. */
  readonly topics: readonly string[];
  readonly products: readonly string[];
  readonly orders: readonly string[];
  readonly fallback: boolean;
}

interface Candidate {
  readonly kind: string;
  readonly id: string;
  readonly score: number;
  readonly used: boolean;
}

const candidatesIn = (body: Readonly<Record<string, unknown>>): readonly Candidate[] => {
  const { candidates } = body;
  return Array.isArray(candidates) ? (candidates.filter(isObject) as unknown as readonly Candidate[]) : [];
};

/** What a trace says about its turn: what was used, and where nothing was, what came nearest. */
export function topicsIn(body: Readonly<Record<string, unknown>>): TurnFacts {
  const candidates = candidatesIn(body);
  const fallback = FALLBACKS.has(String(body['decision']));
  const topical = candidates.filter(({ kind, id }) => TOPICAL.has(kind) && !TALK.has(id));
  const used = topical.filter((one) => one.used);
  const likely = topical.filter(({ score }) => score >= LIKELY).sort((a, b) => b.score - a.score);
  const named = used.length > 0 ? used : fallback ? likely.slice(0, 1) : [];
  const ids = (wanted: string) => candidates.filter(({ kind, used: is }) => kind === wanted && is).map(({ id }) => id);
  return {
    topics: [...new Set(named.map(({ kind, id }) => `${kind}:${id}`))].slice(0, MOST_TOPICS),
    products: [...new Set(ids('product'))],
    orders: [...new Set(ids('order'))],
    fallback,
  };
}
