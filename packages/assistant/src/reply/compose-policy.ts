import type { Step } from '../dialogue/plan.ts';
import type { TurnReply } from '../turn.ts';
import { textReply } from './chips.ts';
import type { Composing } from './composing.ts';
import { formatMoney } from './format.ts';

/** What the shop promises on a matter, a sentence a field, with the matter as source. */
export function composePolicy(
  { topic, fields, policies }: Extract<Step, { step: 'policy' }>,
  { lang, t }: Composing,
): TurnReply {
  const sentences = fields.map((field) => {
    const value = policies[field];
    return typeof value === 'object'
      ? t.policies[field]({ money: formatMoney(value, lang), free: value.amount === 0, n: 0, yes: true })
      : t.policies[field]({ money: '', free: false, n: Number(value ?? 0), yes: Boolean(value) });
  });
  return textReply(sentences.join(lang === 'en' ? ' ' : ''), lang, {
    kind: 'policy',
    label: t.topics[topic] ?? topic,
  });
}
