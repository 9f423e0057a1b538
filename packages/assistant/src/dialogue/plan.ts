import type { HandoffReason, Money, OrderCard } from '@xiaoer/core/protocol';
import type { FlowChip, FlowText, Shown } from '../flows/shown.ts';
import type { Fact } from '../graph/attribute-question.ts';
import type { Verdict } from '../graph/judge.ts';
import type { Condition } from '../knowledge/condition.ts';
import type { AnswerVariant, Localized, Product, Variant } from '../knowledge/knowledge-source.ts';
import type { Policies, PolicyField } from '../knowledge/policies.ts';
import type { Question } from '../selling/narrow.ts';
import type { SearchResult } from '../selling/search.ts';
import type { Tag } from '../selling/taste.ts';
import type { DialogueState } from '../state.ts';
import type { Segment } from '../text/features.ts';
import type { TurnAction } from '../turn.ts';
import type { Budget } from '../understanding/slots/budget.ts';

/** Lines that need no values. */
export type PlainLine =
  | 'thanks'
  | 'bye'
  | 'nothingOpen'
  | 'noOrders'
  | 'orderNotFound'
  | 'ordersFailed'
  | 'compareWhat'
  | 'whatKind'
  | 'noOthers'
  | 'noSimilar'
  | 'nothingBeside'
  | 'alreadyFree'
  | 'glad'
  | 'messageLeft'
  | 'pressedGoOn';

/** What may be changed about an order: ids of shipped flows. */
export type Task = 'change-address' | 'change-items' | 'cancel-order';

/** Above products that nobody named. */
export type GoodsLine = 'similar' | 'instead' | 'goesWith' | 'bundle' | 'glad';

/** Why a product is shown that nobody named. */
export type CardReason =
  | { readonly why: 'kind' | 'roof' }
  | { readonly why: 'cheaper' | 'dearer' | 'together'; readonly money: Money };

/** One thing to say. What it says in which words is the composer's business. */
export type Step =
  | { readonly step: 'line'; readonly line: PlainLine; readonly person?: boolean | undefined }
  | { readonly step: 'greet'; readonly name?: string | undefined }
  | { readonly step: 'bot' }
  | { readonly step: 'unknown'; readonly again: boolean; readonly answers: readonly string[] }
  | { readonly step: 'topic-unknown'; readonly topic: string }
  | {
      readonly step: 'answer';
      readonly answer: string;
      readonly confidence: number;
      /** The variant that holds here. */
      readonly variant?: AnswerVariant | undefined;
      /** Variants of which nobody knows whether they hold. */
      readonly cases?: readonly AnswerVariant[] | undefined;
      /** The answer is for this case alone, and nobody knows whether it is the shopper's. */
      readonly only?: Condition | undefined;
    }
  | { readonly step: 'clarify'; readonly again: boolean; readonly answers: readonly string[] }
  | {
      readonly step: 'handoff';
      readonly reason: 'wish' | 'anger' | 'failures' | 'risk' | 'guard';
      readonly problem: Problem;
      readonly upset: boolean;
    }
  | { readonly step: 'soothe'; readonly problem: Problem }
  | { readonly step: 'robot-only' }
  | {
      readonly step: 'policy';
      readonly topic: string;
      readonly fields: readonly PolicyField[];
      /** What holds in this case. */
      readonly policies: Policies;
    }
  | { readonly step: 'sorry'; readonly problem: Problem }
  | { readonly step: 'leave-message' }
  | { readonly step: 'returned'; readonly reason: HandoffReason }
  | {
      readonly step: 'attribute';
      readonly product: Product;
      readonly asked: string;
      readonly facts: readonly Fact[];
      /** What is stated beside the matter, for when nothing is stated on it. */
      readonly near?: readonly Fact[] | undefined;
      /** Yes or no, where the fields say so beyond doubt. */
      readonly verdict?: Verdict | undefined;
      /** What the fields say in the unit that was asked for. */
      readonly converted?: string | undefined;
      readonly confidence: number;
    }
  | { readonly step: 'more'; readonly answers: readonly string[] }
  | { readonly step: 'which-product'; readonly asked: string; readonly products: readonly Product[] }
  | { readonly step: 'variants'; readonly product: Product; readonly variants: readonly Variant[] }
  | { readonly step: 'about'; readonly product: Product }
  | {
      readonly step: 'present';
      readonly product: Product;
      readonly ask: readonly string[];
      readonly answers: readonly string[];
    }
  | {
      /** Goods within a limit of one of their properties, each with the field that says so. */
      readonly step: 'measured';
      readonly hits: readonly { readonly product: Product; readonly reason: string }[];
      readonly name: string;
      readonly limit: string;
      readonly more: boolean;
    }
  | {
      readonly step: 'search';
      readonly wants: readonly Segment[];
      readonly budget: Budget | undefined;
      readonly result: SearchResult;
      /** The category that was chosen, where no word names what is wanted. */
      readonly kind?: string | undefined;
      /** There are others that fit as well. */
      readonly more?: boolean | undefined;
      /** Tags by which these products are to the shopper's taste. */
      readonly tags?: readonly Tag[] | undefined;
    }
  | {
      /** Products that are shown for another reason than words that were said. */
      readonly step: 'goods';
      readonly line: GoodsLine;
      readonly about?: Product | undefined;
      readonly money?: Money | undefined;
      readonly items: readonly { readonly product: Product; readonly reason: CardReason }[];
    }
  | { readonly step: 'narrow'; readonly question: Question; readonly kind: boolean; readonly more: boolean }
  | { readonly step: 'extreme'; readonly way: 'cheaper' | 'dearer'; readonly product: Product }
  | { readonly step: 'same-brand'; readonly brand: Localized }
  | { readonly step: 'only-shown'; readonly n: number }
  | { readonly step: 'which-task'; readonly tasks: readonly Task[] }
  | { readonly step: 'remembered'; readonly tags: readonly Tag[] }
  | { readonly step: 'forgotten'; readonly tags: readonly Tag[] }
  | { readonly step: 'noted'; readonly tags: readonly Tag[] }
  | { readonly step: 'other-currency'; readonly currency: string }
  | {
      readonly step: 'compare';
      readonly left: Product;
      readonly right: Product;
      /** Property that was asked for; it is told first. */
      readonly asked?: string | undefined;
    }
  | { readonly step: 'compare-unknown'; readonly words: string }
  | { readonly step: 'sign-in' }
  | { readonly step: 'order'; readonly card: OrderCard; readonly brief: boolean }
  | { readonly step: 'orders'; readonly cards: readonly OrderCard[]; readonly line: 'whichOrder' | FlowText }
  | (FlowText & {
      readonly step: 'flow';
      readonly chips?: readonly FlowChip[] | undefined;
      readonly person?: boolean | undefined;
    })
  | {
      readonly step: 'flow-noted';
      readonly rows: readonly { readonly label: Localized; readonly value: Shown }[];
    };

/** The buttons that a plan asks with, by which a typed answer may choose one. */
export function offeredBy({ steps }: Plan): readonly string[] | undefined {
  const values = steps.flatMap((step) =>
    step.step === 'clarify' || step.step === 'more'
      ? step.answers.map((id) => `answer:${id}`)
      : step.step === 'present'
        ? [
            ...step.ask.map((asked) => `attribute:${asked}:${step.product.id}`),
            ...step.answers.map((id) => `answer:${id}`),
          ]
        : step.step === 'which-product'
          ? step.products.map(({ id }) => `attribute:${step.asked}:${id}`)
          : step.step === 'which-task'
            ? step.tasks.map((task) => `begin:${task}`)
            : step.step === 'narrow'
              ? step.question.options.map(({ value }) => `hunt:${value}`)
              : [],
  );
  return values.length > 0 ? values : undefined;
}

/** What has gone wrong for an angry shopper, as far as his words tell. */
export type Problem = 'order' | 'quality' | 'refund' | 'stock' | 'service' | 'other';

/** What the turn will do. */
export interface Plan {
  /** For trace and tests: `answer`, `attribute`, `search`, `handoff` … */
  readonly decision: string;
  readonly confidence: number;
  readonly source?: string | undefined;
  readonly steps: readonly Step[];
  readonly actions?: readonly TurnAction[] | undefined;
  /** Changes of the state. */
  readonly state?: Partial<DialogueState> | undefined;
  /** What the assistant would have said, for the person who says it instead. */
  readonly draft?: Plan | undefined;
  /** The turn did not help; two in a row bring a person. */
  readonly failed?: boolean | undefined;
  /** Ids of the candidates that were used, for the trace. */
  readonly used?: readonly string[] | undefined;
}
