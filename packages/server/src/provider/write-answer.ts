import { type Checker, createSentenceCutter, type Fact, type Masks } from '@xiaoer/assistant/provider';
import { within } from './calls.ts';
import { type Call, ProviderError } from './provider.ts';

/** What was written, and what of it was let through. It grows while the answer comes. */
export interface Written {
  /** What was said. */
  text: string;
  said: number;
  readonly cited: Fact[];
  readonly dropped: { readonly why: string; readonly text: string; readonly replaced: boolean }[];
  /** Tokens that the provider says it took. */
  tokens: number | undefined;
}

/** Nothing yet. */
export const nothingWritten = (): Written => ({ text: '', said: 0, cited: [], dropped: [], tokens: undefined });

/** An answer is short: what comes after so many sentences is not waited for. */
const SENTENCES = 6;

/** Sentences that are written down in the trace. */
const DROPPED = 8;

/** What stands between two sentences of a text. */
const between = (before: string, next: string, lang: string): string =>
  before === '' ? '' : before.includes('\n') || next.includes('\n') ? '\n' : lang === 'en' ? ' ' : '';

/**
 * Reads an answer as it is written and gives each sentence that its facts bear out, the moment it is whole. `written` is
 * filled in on the way, so that what was said is known however it ends.
 */
export async function* writeAnswer(
  pieces: AsyncGenerator<string, number | undefined, void>,
  checker: Checker,
  masks: Masks,
  { lang, signal }: Call,
  written: Written,
): AsyncGenerator<string, void, void> {
  const cutter = createSentenceCutter();
  try {
    for (;;) {
      const next = await within(pieces.next(), signal);
      for (const { text, cites } of next.done ? cutter.end() : cutter.take(next.value)) {
        const shown = masks.show(text);
        const checked = checker.check({ text: shown, cites });
        const why = 'dropped' in checked ? checked.dropped : checked.replaced;
        if (why !== undefined && written.dropped.length < DROPPED)
          written.dropped.push({ why, text: shown.slice(0, 200), replaced: 'say' in checked });
        if (!('say' in checked)) continue;
        for (const fact of checked.cited) if (!written.cited.includes(fact)) written.cited.push(fact);
        const piece = between(written.text, checked.say, lang) + checked.say;
        written.said++;
        written.text += piece;
        yield piece;
        if (signal.aborted) throw signal.reason instanceof Error ? signal.reason : new ProviderError('aborted');
      }
      if (next.done) {
        written.tokens = next.value;
        return;
      }
      if (written.said >= SENTENCES) return;
    }
  } finally {
    // Not waited for: one that hangs would hang here too.
    void pieces.return(undefined).catch(() => undefined);
  }
}
