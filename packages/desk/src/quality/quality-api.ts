import { type ChatEvent, isObject } from '@xiaoer/core/protocol';

/** A conversation's session that was drawn for a review. Its score is told to who has given one. */
export interface Drawn {
  readonly conversation: string;
  readonly k: number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly last: number;
  readonly agents: readonly string[];
  readonly critical: boolean;
  /** A rule, the reason of a wish, or `none`. */
  readonly reason: string;
  readonly reviewedBy: readonly string[];
}

/** What a rule found, and in which line. */
export interface Finding {
  readonly rule: string;
  readonly seq: number;
  readonly agent?: string | undefined;
  /** What was said against the data, and which data. */
  readonly wrong?: { readonly claim: string; readonly of: string } | undefined;
}

/** Names for what the server tells by id. */
export interface QualityNames {
  readonly rules: Readonly<Record<string, string>>;
  readonly agents: Readonly<Record<string, string>>;
  readonly critical: readonly string[];
}

/** The sample of a week. */
export interface Sample {
  /** Its Monday, `2026-11-16`. */
  readonly week: string;
  readonly over: boolean;
  readonly drawn: readonly Drawn[];
  readonly agreement: {
    readonly reviewed: number;
    readonly apart?: number | undefined;
    readonly near: number;
    readonly rules: readonly { readonly rule: string; readonly of: number; readonly right: number }[];
  };
  readonly names: QualityNames;
}

/** What a reviewer found. */
export interface Review {
  readonly at: number;
  readonly who: string;
  readonly k: number;
  readonly score: number;
  readonly counted: number;
  readonly findings: readonly { readonly rule: string; readonly seq: number; readonly right: boolean }[];
  readonly comment: string;
}

/** A session of a replayed conversation. */
export interface Judged {
  readonly k: number;
  readonly start: number;
  readonly last: number;
  readonly agents: readonly string[];
  readonly hits: readonly Finding[];
}

/** A conversation as it happened. */
export interface Replay {
  readonly conversation: string;
  readonly name?: string | undefined;
  readonly sessions: readonly Judged[];
  readonly events: readonly ChatEvent[];
  readonly reviews: readonly Review[];
  readonly names: QualityNames;
}

/** A review as it is sent. */
export type WantedReview = Pick<Review, 'k' | 'score' | 'findings' | 'comment'> & { readonly conversation: string };

/** The server's quality. Everything resolves; undefined where there was no answer, `gone` where there is no such thing. */
export interface QualityApi {
  sample(week: string | undefined, locale: string): Promise<Sample | undefined>;
  replay(conversation: string, locale: string): Promise<Replay | 'gone' | undefined>;
  review(review: WantedReview): Promise<{ readonly counted: number; readonly reviews: readonly Review[] } | undefined>;
}

const HERE = '/desk/api/quality';

const has = <T>(value: unknown, ...lists: readonly string[]): value is T =>
  isObject(value) && lists.every((name) => Array.isArray(value[name]));

/** Asks the server the page is from. */
export function fetchQuality(ask: (address: string, init?: RequestInit) => Promise<Response>): QualityApi {
  const read = async (address: string, init?: RequestInit): Promise<{ status: number; body: unknown }> => {
    try {
      const answer = await ask(address, init);
      return { status: answer.status, body: answer.ok ? await answer.json() : undefined };
    } catch {
      return { status: 0, body: undefined };
    }
  };
  return {
    async sample(week, locale) {
      const query = new URLSearchParams({ locale, ...(week === undefined ? {} : { week }) });
      const { body } = await read(`${HERE}?${query}`);
      return has<Sample>(body, 'drawn') ? body : undefined;
    },
    async replay(conversation, locale) {
      const query = new URLSearchParams({ locale });
      const { status, body } = await read(`${HERE}/talks/${encodeURIComponent(conversation)}?${query}`);
      if (status === 404) return 'gone';
      return has<Replay>(body, 'sessions', 'events', 'reviews') ? body : undefined;
    },
    async review(review) {
      const { body } = await read(`${HERE}/reviews`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(review),
      });
      return has<{ counted: number; reviews: readonly Review[] }>(body, 'reviews') ? body : undefined;
    },
  };
}
