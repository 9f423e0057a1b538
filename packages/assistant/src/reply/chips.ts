import { type Choice, LIMITS, type Source } from '@xiaoer/core/protocol';
import { clip } from '../text/clip.ts';
import type { Language } from '../text/language.ts';
import type { TurnReply } from '../turn.ts';
import type { Composing } from './composing.ts';

/** A line of text in a language. */
export function textReply(text: string, lang: Language, source?: Source): TurnReply {
  const body = text.length > LIMITS.textChars ? `${text.slice(0, LIMITS.textChars - 1)}…` : text;
  return { kind: 'text', body: { text: body, lang, ...(source ? { source } : {}) } };
}

/** A question with buttons; twelve at most, labels clipped. Without any it is a plain line. */
export function choicesReply(text: string, options: readonly Choice[], lang: Language, source?: Source): TurnReply {
  if (options.length === 0) return textReply(text, lang, source);
  return {
    kind: 'choices',
    body: {
      text: text.slice(0, 2000),
      options: options.slice(0, 12).map(({ label, value }) => ({ label: clip(label, 200), value })),
      ...(source ? { source } : {}),
    },
  };
}

/** The button that brings a person. */
export const personChip = ({ t }: Pick<Composing, 't'>): Choice => ({ label: t.humanChip(), value: 'human' });
