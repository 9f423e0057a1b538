import type { Money } from '@xiaoer/core/protocol';
import type { Flow } from '../flows/flow.ts';
import type { Correction } from '../graph/corrections.ts';
import type { Persona } from '../reply/persona.ts';
import type { Condition } from './condition.ts';
import type { Policies } from './policies.ts';
import type { ServiceRules } from './service-rules.ts';

/** Text in one language, or by BCP 47 language. */
export type Localized = string | Readonly<Record<string, string>>;

/** One choice of size, colour … */
export interface Variant {
  readonly id: string;
  readonly label: Localized;
  readonly price?: Money | undefined;
  readonly stock?: number | undefined;
}

/** One size of a chart: bounds of the wearer, both included. What is absent does not matter. */
export interface SizeRow {
  readonly size: string;
  /** Centimetres. */
  readonly height?: readonly [number, number] | undefined;
  /** Kilograms. */
  readonly weight?: readonly [number, number] | undefined;
}

/** A product as the merchant's catalogue has it. */
export interface Product {
  readonly id: string;
  readonly title: Localized;
  readonly summary?: Localized | undefined;
  /** From general to special. */
  readonly category: readonly Localized[];
  readonly brand?: Localized | undefined;
  readonly keywords?: readonly Localized[] | undefined;
  readonly tags?: readonly Localized[] | undefined;
  readonly price: Money;
  readonly was?: Money | undefined;
  /** Pieces left in all; absent when the shop does not say. */
  readonly stock?: number | undefined;
  readonly image?: string | undefined;
  readonly url?: string | undefined;
  readonly attributes: readonly { readonly name: Localized; readonly value: Localized }[];
  readonly variants?: readonly Variant[] | undefined;
  /** Whom which size fits, from the smallest on. */
  readonly sizes?: readonly SizeRow[] | undefined;
  /** Ids of products that go with it, the best first. */
  readonly goesWith?: readonly string[] | undefined;
  /** False: kept for old orders, never recommended. */
  readonly onSale?: boolean | undefined;
}

/** Another answer to the same question, for a case of its own. */
export interface AnswerVariant {
  readonly when: Condition;
  readonly answer: Localized;
  readonly url?: string | undefined;
}

/** A question of shoppers with the merchant's answer. */
export interface KnowledgeAnswer {
  readonly id: string;
  readonly question: Localized;
  /** Other ways to ask it. */
  readonly phrasings?: readonly Localized[] | undefined;
  readonly answer: Localized;
  /** What is answered instead where something else is the case; the first that holds is given. */
  readonly variants?: readonly AnswerVariant[] | undefined;
  /** When the answer is given at all; absent: always. */
  readonly when?: Condition | undefined;
  readonly url?: string | undefined;
  /** The export cut the answer off; only its whole sentences are in `answer`. */
  readonly cutOff?: boolean | undefined;
}

/** Promises that differ in a case of their own; what it does not name stays as it is for all. */
export interface PolicyException {
  readonly when: Condition;
  readonly policies: Policies;
}

/** All the merchant's own data that the assistant may speak from. */
export interface KnowledgeSource {
  readonly shop: {
    readonly id: string;
    readonly name: Localized;
    readonly locales: readonly string[];
    /** IANA time zone in which the shop tells days; UTC when absent. */
    readonly timeZone?: string | undefined;
    readonly policies?: Policies | undefined;
    /** Who answers when and for what: the assistant, a person, or a person with its drafts. */
    readonly service?: ServiceRules | undefined;
    /** What it promises otherwise in some cases: final-sale goods, heavy goods, an island. The first that holds counts. */
    readonly exceptions?: readonly PolicyException[] | undefined;
    /** Who speaks for the shop. */
    readonly persona?: Persona | undefined;
  };
  readonly products: readonly Product[];
  readonly answers: readonly KnowledgeAnswer[];
  /** What the merchant puts right in how the fields of the catalogue are read. */
  readonly corrections?: readonly Correction[] | undefined;
  /** The merchant's own flows; one with the id of a shipped flow replaces it. */
  readonly flows?: readonly Flow[] | undefined;
  /** Ids of flows that begin no more; who is in the middle of one goes on to its end. */
  readonly flowsOff?: readonly string[] | undefined;
  /** Names of the tools that the shop's systems carry out, beside reading orders and changing their addresses. */
  readonly tools?: readonly string[] | undefined;
}
