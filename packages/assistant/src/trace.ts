import type { TraceBody, TraceCandidate } from '@xiaoer/core/protocol';
import type { Plan } from './dialogue/plan.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { pick } from './knowledge/localized.ts';
import { notedLines } from './reply/compose-flow.ts';
import { composingFor } from './reply/composing.ts';
import { clip } from './text/clip.ts';
import type { Language } from './text/language.ts';
import type { Understanding } from './understanding/understanding.ts';

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** How the turn came about, for the desk: what was weighed with which score, what was used, what was understood. */
export function traceOf(
  plan: Plan,
  said: Understanding | undefined,
  lang: Language,
  knowledge: Knowledge,
): Omit<TraceBody, 'turn' | 'state' | 'ms'> {
  const used = new Set(plan.used);
  const candidates: TraceCandidate[] = (said?.readings ?? []).slice(0, 8).map(({ kind, id, confidence, label }) => ({
    kind,
    id: clip(id, 200),
    label: clip(label, 300),
    score: round(confidence),
    used: used.has(id),
  }));
  for (const id of used) {
    const at = knowledge.catalogue.byId.get(id);
    const product = at === undefined ? undefined : knowledge.catalogue.products[at];
    if (product && candidates.length < 20)
      candidates.push({
        kind: 'product',
        id: clip(id, 200),
        label: clip(pick(product.title, lang), 300),
        score: round(Math.min(1, plan.confidence)),
        used: true,
      });
  }
  // What a port answered has no readings: the task that asked for it, and the orders it is told from.
  if (!said)
    for (const id of used)
      if (/^[a-z]+\.[a-z.-]+$/.test(id))
        candidates.push({ kind: 'intent', id, label: id, score: round(Math.min(1, plan.confidence)), used: true });
  for (const step of plan.steps)
    for (const { id, number } of step.step === 'orders' ? step.cards : step.step === 'order' ? [step.card] : [])
      if (candidates.length < 20)
        candidates.push({
          kind: 'order',
          id: clip(id, 200),
          label: clip(number, 300),
          score: round(Math.min(1, plan.confidence)),
          used: true,
        });
  const library = said?.intents;
  for (const { label } of library?.ranked ?? [])
    if (candidates.length < 20 && !candidates.some(({ id }) => id === label))
      candidates.push({
        kind: 'intent',
        id: label,
        label: `library: ${label}`,
        score: round(label === library?.ranked[0]?.label ? library.right : 0),
        used: used.has(label),
      });
  const budget = said?.slots.budget;
  const understood = [
    ...(said?.features.concepts ?? []),
    ...(budget ? [`budget ${budget.min ?? ''}..${budget.max ?? ''}`] : []),
    ...(library ? [`library ${library.band} ${round(library.right)}`] : []),
    ...(said?.slots.orderNumber ? [`order ${said.slots.orderNumber}`] : []),
  ].filter((one) => one !== '-');
  // What a flow has filled in is what the person who takes over reads first.
  const noted = plan.steps.flatMap((step) =>
    step.step === 'flow-noted' ? notedLines(step.rows, composingFor({ knowledge, lang })) : [],
  );
  const known = [...noted, ...(said ? understood : [])];
  return {
    decision: plan.decision,
    confidence: round(Math.min(1, plan.confidence)),
    lang,
    ...(plan.source ? { source: clip(plan.source, 300) } : {}),
    ...(said || noted.length > 0 ? { understood: known.slice(0, 20).map((one) => clip(one, 120)) } : {}),
    candidates,
    ...(said
      ? { mood: { valence: round(said.mood.valence), anger: round(said.mood.anger), words: said.mood.words } }
      : {}),
  };
}
