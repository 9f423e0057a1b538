import type { Choice } from '@xiaoer/core/protocol';
import type { Plan, Step } from '../dialogue/plan.ts';
import { pick } from '../knowledge/localized.ts';
import { productCard } from '../knowledge/product-card.ts';
import { clip } from '../text/clip.ts';
import type { TurnReply } from '../turn.ts';
import { choicesReply, personChip } from './chips.ts';
import { composeAnswer } from './compose-answer.ts';
import { composeFlowText, composeNoted } from './compose-flow.ts';
import { composeAttribute, composeCompare, composePresent, composeSearch, composeVariants } from './compose-goods.ts';
import { composeMeasured } from './compose-measured.ts';
import { composeOrder } from './compose-order.ts';
import { composePolicy } from './compose-policy.ts';
import { composeExtreme, composeGoods, composeNarrow, composeTaste } from './compose-selling.ts';
import { type Composing, composingFor, type Occasion } from './composing.ts';
import { stickerFor } from './persona.ts';
import { lineKey } from './said-before.ts';

/** Seventh stage: a plan's steps as lines, each within the protocol's bounds and with its source. */
export function compose(plan: Plan, occasion: Occasion): readonly TurnReply[] {
  const composing = composingFor(occasion);
  return plan.steps.flatMap((step) => freshly(step, composeStep(step, composing), composing));
}

function answerChips(ids: readonly string[], { knowledge, lang }: Composing): Choice[] {
  return ids.flatMap((id) => {
    const answer = knowledge.answers.get(id);
    const label = answer ? clip(pick(answer.question, lang), 200) : '';
    return label ? [{ label, value: `answer:${id}` }] : [];
  });
}

/** What is quoted from the shop, or asked by a flow, is said again as it stands. */
const QUOTED: ReadonlySet<string> = new Set(['answer', 'flow', 'flow-noted', 'order', 'orders', 'more']);

/** No line of ours is said twice in a row: the second time it says that it is the same. */
function freshly({ step }: Step, replies: readonly TurnReply[], { said, t }: Composing): readonly TurnReply[] {
  const [last = []] = said ?? [];
  if (QUOTED.has(step) || last.length === 0) return replies;
  return replies.map((reply) => {
    if ((reply.kind !== 'text' && reply.kind !== 'choices') || !last.includes(lineKey(reply.body.text))) return reply;
    return { ...reply, body: { ...reply.body, text: clip(t.asBefore({ text: reply.body.text }), 2000) } } as TurnReply;
  });
}

/** A light line, with the sticker that goes with it where the shop wants one. */
function light(line: string, reply: readonly TurnReply[], composing: Composing): readonly TurnReply[] {
  const { knowledge, t, upset } = composing;
  const sticker = knowledge.source.shop.persona?.stickers && !upset ? stickerFor(line) : undefined;
  const alt = sticker && t.stickers[sticker];
  return sticker && alt ? [...reply, { kind: 'sticker', body: { pack: 'waiter', sticker, alt } }] : reply;
}

function composeStep(step: Step, composing: Composing): readonly TurnReply[] {
  const { knowledge, lang, t, me } = composing;
  const shop = pick(knowledge.source.shop.name, lang);
  const empty = knowledge.answers.size === 0 && knowledge.catalogue.products.length === 0;
  const person = personChip(composing);
  const say = (text: string, ...options: readonly Choice[]) => [choicesReply(text, options, lang)];
  switch (step.step) {
    case 'line':
      return light(step.line, say(t[step.line](), ...(step.person ? [person] : [])), composing);
    case 'greet':
      return light('greet', say(t.greet({ shop, name: step.name, empty, me })), composing);
    case 'bot':
      return say(t.bot({ shop, me }), person);
    case 'unknown':
      return say(empty ? t.emptyShop() : t.unknown({ again: step.again }), person);
    case 'topic-unknown':
      return say(t.topicUnknown({ topic: t.topics[step.topic] ?? step.topic }), person);
    case 'answer':
      return composeAnswer(step, composing);
    case 'clarify':
      return say(
        step.again ? t.sameAgain() : t.didYouMean({ n: step.answers.length }),
        ...answerChips(step.answers, composing),
        person,
      );
    case 'handoff':
      return say(t.handoff({ reason: step.reason, problem: t.problems[step.problem], upset: step.upset }));
    case 'soothe':
      return say(t.soothe({ problem: t.problems[step.problem] }));
    case 'robot-only':
      return say(
        t.robotOnly(),
        { label: t.leaveMessage(), value: 'say:leave' },
        { label: t.goOn({ me }), value: 'say:go-on' },
      );
    case 'policy':
      return [composePolicy(step, composing)];
    case 'sorry':
      return say(t.sorry({ problem: t.problems[step.problem] }), person);
    case 'leave-message':
      // The card itself takes the message: its form is answered to the event that says nobody is there.
      return [{ kind: 'handoff', body: { state: 'declined', reason: 'timeout' } }];
    case 'returned': {
      const { reason } = step;
      const known = reason === 'timeout' || reason === 'nobody' || reason === 'shopper';
      const text = t.returned({ reason: known ? reason : 'agent' });
      // When nobody is there at all, the house has shown its own card for a message.
      const options =
        reason === 'timeout'
          ? [
              { label: t.leaveMessage(), value: 'say:leave' },
              { label: t.goOn({ me }), value: 'say:go-on' },
            ]
          : [];
      return say(text, ...options);
    }
    case 'attribute':
      return composeAttribute(step, composing);
    case 'more':
      return say(t.more(), ...answerChips(step.answers, composing));
    case 'variants':
      return composeVariants(step, composing);
    case 'which-product':
      return say(
        t.whichProduct({ what: t.attributeNames[step.asked] ?? t.attributeNames['other'] ?? '' }),
        ...step.products.map((product) => ({
          label: clip(pick(product.title, lang), 200),
          value: `attribute:${step.asked}:${product.id}`,
        })),
      );
    case 'about': {
      const card = productCard(step.product, lang);
      return card ? [{ kind: 'product', body: { product: card.id, card } }] : [];
    }
    case 'present':
      return composePresent(step, composing, answerChips(step.answers, composing));
    case 'measured':
      return composeMeasured(step, composing);
    case 'search':
      return composeSearch(step, composing);
    case 'goods':
      return composeGoods(step, composing);
    case 'narrow':
      return [composeNarrow(step, composing)];
    case 'extreme':
      return composeExtreme(step, composing);
    case 'same-brand':
      return say(t.sameBrand({ brand: pick(step.brand, lang) }));
    case 'only-shown':
      return say(t.onlyShown({ n: step.n }));
    case 'which-task':
      return say(t.whichTask(), ...step.tasks.map((task) => ({ label: t.tasks[task], value: `begin:${task}` })));
    case 'remembered':
    case 'forgotten':
    case 'noted':
      return [composeTaste(step, composing)];
    case 'other-currency':
      return say(t.otherCurrency({ currency: step.currency }));
    case 'compare':
      return composeCompare(step, composing);
    case 'compare-unknown':
      return say(t.compareUnknown({ words: t.quote(clip(step.words, 60)) }));
    case 'sign-in':
      return say(t.signIn());
    case 'order':
      return composeOrder(step.card, step.brief, composing);
    case 'orders': {
      const text = step.line === 'whichOrder' ? t.whichOrder() : composeFlowText(step.line, composing);
      return [{ kind: 'orders', body: { text, items: step.cards } }];
    }
    case 'flow': {
      const chips = (step.chips ?? []).map(({ label, value }) => ({ label: pick(label, lang), value }));
      return say(composeFlowText(step, composing), ...chips, ...(step.person ? [person] : []));
    }
    case 'flow-noted':
      return step.rows.length === 0 ? [] : [composeNoted(step.rows, composing)];
  }
}
