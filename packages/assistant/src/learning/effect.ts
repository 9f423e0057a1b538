import { everyText } from '../knowledge/localized.ts';
import type { Change } from './change.ts';
import { figuresOf, type ReplayFigures } from './figures.ts';
import type { Played } from './replay.ts';
import { plainText } from './word-set.ts';

/** A message that is answered otherwise with a change. */
export interface Shift {
  readonly text: string;
  readonly conversation?: string | undefined;
  readonly turn?: number | undefined;
  readonly before: Pick<Played, 'did' | 'given' | 'verdict'>;
  readonly after: Pick<Played, 'did' | 'given' | 'verdict'>;
  /** It is one of the texts that the change itself teaches. */
  readonly own: boolean;
}

/** What a change does to a replay, before it is saved. */
export interface Effect {
  readonly before: ReplayFigures;
  readonly after: ReplayFigures;
  /** Precision of what is answered, the texts that the change itself teaches left out: they are right by themselves. */
  readonly precision: { readonly before: number | null; readonly after: number | null };
  /** Answered rightly now, and not before. */
  readonly won: readonly Shift[];
  /** Answered rightly before and not now, or wrongly now and not before. */
  readonly broke: readonly Shift[];
  /** The change lowers the precision of what is answered. */
  readonly refused: boolean;
}

/** What the texts of changes are about: what they teach. */
export function taughtBy(changes: readonly Change[]): ReadonlyMap<string, string> {
  const taught = new Map<string, string>();
  const teach = (text: string, id: string) => taught.set(plainText(text), id);
  for (const change of changes) {
    if (change.do === 'phrase') teach(change.text, change.answer);
    if (change.do === 'add')
      for (const text of [change.answer.question, ...(change.answer.phrasings ?? [])].flatMap(everyText))
        teach(text, change.answer.id);
    if (change.do === 'edit')
      for (const text of [change.set.question, ...(change.set.phrasings ?? [])].flatMap(everyText))
        teach(text, change.answer);
  }
  return taught;
}

const short = ({ did, given, verdict }: Played): Shift['before'] => ({ did, given, verdict });

/** Compares two replays of the same messages. */
export function effectOf(
  before: readonly Played[],
  after: readonly Played[],
  taught: ReadonlyMap<string, string>,
): Effect {
  const won: Shift[] = [];
  const broke: Shift[] = [];
  const isOwn = ({ row }: Played): boolean => taught.has(plainText(row.text));
  after.forEach((now, n) => {
    const then = before[n];
    if (!then) return;
    const { text, conversation, turn } = now.row;
    const shift = { text, conversation, turn, before: short(then), after: short(now), own: isOwn(now) };
    if (now.verdict === 'right' && then.verdict !== 'right') won.push(shift);
    else if (now.verdict !== 'right' && then.verdict === 'right') broke.push(shift);
    else if (now.verdict === 'wrong' && then.verdict !== 'wrong') broke.push(shift);
  });
  const others = (played: readonly Played[]) => figuresOf(played.filter((one) => !isOwn(one))).precision;
  const precision = { before: others(before), after: others(after) };
  return {
    before: figuresOf(before),
    after: figuresOf(after),
    precision,
    won,
    broke,
    // Where nothing was answered before, nothing was wrong.
    refused: precision.after !== null && precision.after < (precision.before ?? 1),
  };
}
