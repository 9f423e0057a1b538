import type { Plan } from './dialogue/plan.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { pick } from './knowledge/localized.ts';
import { notedLines } from './reply/compose-flow.ts';
import type { Composing } from './reply/composing.ts';
import type { DialogueState } from './state.ts';
import { clip } from './text/clip.ts';
import type { TurnReply } from './turn.ts';
import type { Understanding } from './understanding/understanding.ts';

/** One turn, as the person who takes over reads it. */
export interface Tried {
  readonly asked: string;
  readonly decision: string;
  /** What the answer was from. */
  readonly source?: string | undefined;
}

/** What a person who takes over should know before the first word. */
export interface Brief {
  /** What was asked, the oldest first, with what was tried. */
  readonly tried: readonly Tried[];
  /** What is known: slots of a flow, the order and the product that were spoken of. */
  readonly known: readonly string[];
  /** How the shopper feels, with the words that say so. */
  readonly mood: { readonly valence: number; readonly anger: number; readonly words: readonly string[] };
  /** Three replies to begin with, or to change. */
  readonly replies: readonly string[];
  /** The first of them is what the assistant would have said. */
  readonly drafted?: true | undefined;
}

const TURNS = 4;
const ASKED = 80;
const REPLY = 240;
const REPLIES = 3;

/** What was tried so far, with this turn. */
export const triedWith = (
  before: readonly Tried[] = [],
  said: Understanding,
  { decision, source }: Pick<Plan, 'decision' | 'source'>,
): readonly Tried[] => [
  ...before.slice(1 - TURNS),
  {
    asked: clip(said.normal.original.replace(/\s+/g, ' ').trim(), ASKED),
    decision,
    ...(source === undefined ? {} : { source: clip(source, 60) }),
  },
];

/** The words of a draft: what its lines say, one after the other. */
const wordsOf = (replies: readonly TurnReply[]): string =>
  clip(
    replies.flatMap(({ body }) => ('text' in body && typeof body.text === 'string' ? [body.text] : [])).join('\n'),
    2 * REPLY,
  );

/** Answers of the merchant that come nearest to what was said, as texts. */
function answersNear(said: Understanding, lang: string, { answers, phrasings }: Knowledge): readonly string[] {
  const byMatter = (said.intents?.ranked ?? []).flatMap(({ label }) => phrasings.byTopic.get(label)?.[0]?.id ?? []);
  const read = said.readings.flatMap(({ kind, id, confidence }) =>
    kind === 'answer' && confidence >= 0.1 ? [id] : [],
  );
  return [...new Set([...read, ...byMatter])].flatMap((id) => {
    const text = pick(answers.get(id)?.answer, lang);
    return text ? [clip(text, REPLY)] : [];
  });
}

/** The summary that a person finds who takes over. */
export function briefOf(
  plan: Plan,
  said: Understanding | undefined,
  tried: readonly Tried[],
  known: Pick<DialogueState, 'order' | 'focus' | 'mood'>,
  draft: readonly TurnReply[],
  composing: Composing,
): Brief {
  const { knowledge, lang, t } = composing;
  const handoff = plan.steps.find((step) => step.step === 'handoff');
  const noted = plan.steps.flatMap((step) => (step.step === 'flow-noted' ? notedLines(step.rows, composing) : []));
  const at = known.focus === undefined ? undefined : knowledge.catalogue.byId.get(known.focus);
  const product = at === undefined ? undefined : knowledge.catalogue.products[at];
  const drafted = wordsOf(draft);
  const problem = t.problems[handoff?.problem ?? 'other'];
  const opening = handoff?.upset || handoff?.reason === 'anger' ? t.replies.sorry({ problem }) : t.replies.hello();
  const replies = [
    ...(drafted ? [drafted] : []),
    opening,
    ...(said ? answersNear(said, lang, knowledge) : []),
    t.replies.check(),
    t.replies.more(),
  ];
  return {
    tried,
    known: [
      ...noted,
      ...(product ? [clip(pick(product.title, lang), 80)] : []),
      ...(said?.slots.orderNumber ? [said.slots.orderNumber] : known.order ? [known.order] : []),
    ]
      .slice(0, 8)
      .map((line) => clip(line, 100)),
    mood: {
      valence: known.mood?.valence ?? 0,
      anger: known.mood?.anger ?? 0,
      words: said?.mood.words.slice(0, 6) ?? [],
    },
    replies: [...new Set(replies)].slice(0, REPLIES),
    ...(drafted ? { drafted: true } : {}),
  };
}
