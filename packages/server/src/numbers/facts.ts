import type { Role } from '@xiaoer/core/protocol';
import type { WrongClaim } from '../quality/judge-claims.ts';

/** A stretch in which one agent had a conversation. Times in milliseconds since 1970. */
export interface AgentTurn {
  readonly agent: string;
  readonly from: number;
  to?: number;
  /** Messages of this agent. */
  lines: number;
  /** Sum of the times in which an answer was owed, each of five minutes at most. */
  handlingMs: number;
}

/** How an episode ended. */
export type EpisodeEnd = 'closed' | 'returned' | 'shopper' | 'timeout' | 'declined';

/**
 * What people did, from the wish for a person until it is over or the bot's again. Who is passed on goes on in the same
 * one.
 */
export interface Episode {
  /** False where an agent came by himself. */
  readonly asked: boolean;
  readonly by: Role;
  readonly requestedAt: number;
  readonly reason?: string;
  group?: string;
  /** The bot left a topic or the slots of a flow to whoever comes. */
  readonly brief: boolean;
  joinedAt?: number;
  firstReplyAt?: number;
  /** Who gave the first reply. */
  firstBy?: string;
  /** When the shopper left a message instead. */
  leftAt?: number;
  endedAt?: number;
  end?: EpisodeEnd;
  readonly turns: AgentTurn[];
}

/** One wish for a rating, and what was given. */
export interface Rating {
  askedAt?: number;
  at?: number;
  /** 1 … 5 */
  score?: number;
}

/** A rule of quality that a conversation broke, or kept: which, and in which line. */
export interface Hit {
  readonly rule: string;
  /** `seq` of the line. */
  readonly seq: number;
  /** The agent it is about; absent for the bot. */
  readonly agent?: string;
  /** What was said against the data, and which: never the words themselves. */
  readonly wrong?: WrongClaim;
}

/**
 * What is counted of a session: a stretch of a conversation without half an hour of silence while the bot serves. It
 * holds times, numbers and ids of the merchant, never words of anybody.
 */
export interface Session {
  readonly start: number;
  last: number;
  /** BCP 47. */
  lang?: string;
  readonly lines: { shopper: number; bot: number; agent: number };
  /** Turns of the bot. */
  turns: number;
  /** The bot did not understand or asked back, and nothing was said after it. */
  fallback: boolean;
  closed?: string;
  /** What it was about, as `kind:id`: how many turns, and how many of them had no answer. */
  readonly topics: Record<string, [turns: number, missed: number]>;
  /** Products asked about, by id. */
  readonly products: Record<string, number>;
  /** Orders, as hashes: the same order is the same matter. */
  readonly orders: string[];
  mood?: { readonly first: number; last: number; low: number; anger: number };
  readonly episodes: Episode[];
  readonly ratings: Rating[];
  readonly hits: Hit[];
}

/** A session where nothing has happened yet. */
export const emptySession = (at: number, lang: string | undefined): Session => ({
  start: at,
  last: at,
  ...(lang === undefined ? {} : { lang }),
  lines: { shopper: 0, bot: 0, agent: 0 },
  turns: 0,
  fallback: false,
  topics: {},
  products: {},
  orders: [],
  episodes: [],
  ratings: [],
  hits: [],
});
