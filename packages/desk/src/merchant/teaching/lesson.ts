import type { Change } from './change.ts';

/** What many shoppers asked, and what could be learnt from it. Moments in milliseconds since 1970. */
export interface Lesson {
  readonly id: string;
  readonly count: number;
  readonly conversations: number;
  readonly lang: string;
  readonly why: Readonly<Record<(typeof WHYS)[number], number>>;
  readonly first: number;
  readonly newest: number;
  readonly examples: readonly {
    readonly text: string;
    readonly lang: string;
    readonly count: number;
    readonly conversation: string;
  }[];
  readonly suggested?: { readonly id: string; readonly votes: number; readonly against: number } | undefined;
  /** What people answered. */
  readonly reply?: { readonly text: string; readonly used: number; readonly alike: number } | undefined;
  readonly change: readonly Change[];
}

/** Why it is a lesson. */
export const WHYS = ['handed-over', 'abstained', 'disliked'] as const;
