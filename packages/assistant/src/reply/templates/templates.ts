import type { OrderStatus } from '@xiaoer/core/protocol';
import type { Verdict } from '../../graph/judge.ts';
import type { PolicyField } from '../../knowledge/policies.ts';
import type { Tag } from '../../selling/taste.ts';

/** The lines of the assistant in one language. Every language file has all of them, checked by type. */
export interface Templates {
  readonly list: (items: readonly string[]) => string;
  readonly quote: (text: string) => string;
  /** Who speaks, where the shop has given no name. */
  readonly me: () => string;
  readonly greet: (v: { shop: string; name?: string | undefined; empty: boolean; me: string }) => string;
  readonly thanks: () => string;
  readonly bye: () => string;
  readonly bot: (v: { shop: string; me: string }) => string;
  readonly nothingOpen: () => string;
  readonly emptyShop: () => string;
  /** Nothing was understood, or nothing is known. */
  readonly unknown: (v: { again: boolean }) => string;
  /** Understood what it is about, but the shop says nothing on it. */
  readonly topicUnknown: (v: { topic: string }) => string;
  /** What the shop promises, a sentence a field. `n` is a number of days, hours or months. */
  readonly policies: Readonly<
    Record<PolicyField, (v: { money: string; free: boolean; n: number; yes: boolean }) => string>
  >;
  readonly topics: Readonly<Record<string, string>>;
  readonly didYouMean: (v: { n: number }) => string;
  readonly sameAgain: () => string;
  readonly cutOff: () => string;
  /** What holds in one case only, by the name of the case. */
  readonly inCase: (v: { name: string; answer: string }) => string;
  readonly humanChip: () => string;
  readonly handoff: (v: {
    reason: 'wish' | 'anger' | 'failures' | 'risk' | 'guard';
    problem: string;
    upset: boolean;
  }) => string;
  /** Names what is wrong to somebody who is upset, before anything else is said. */
  readonly soothe: (v: { problem: string }) => string;
  /** The shop has nobody come now. */
  readonly robotOnly: () => string;
  /** What a person who takes over may begin with. */
  readonly replies: {
    readonly hello: () => string;
    readonly sorry: (v: { problem: string }) => string;
    readonly check: () => string;
    readonly more: () => string;
  };
  /** Something has gone wrong that a person can put right. */
  readonly sorry: (v: { problem: string }) => string;
  readonly problems: Readonly<Record<'order' | 'quality' | 'refund' | 'stock' | 'service' | 'other', string>>;
  readonly returned: (v: { reason: 'timeout' | 'nobody' | 'shopper' | 'agent' }) => string;
  readonly leaveMessage: () => string;
  readonly goOn: (v: { me: string }) => string;
  /** What was said a moment ago, said again. */
  readonly asBefore: (v: { text: string }) => string;
  /** Stickers in words. */
  readonly stickers: Readonly<Record<string, string>>;
  readonly messageLeft: () => string;
  readonly pressedGoOn: () => string;
  readonly attribute: (v: { title: string; facts: readonly { name: string; value: string }[] }) => string;
  /** Yes or no to what was asked, before the field that says so. */
  readonly verdicts: Readonly<Record<Verdict['kind'], (asked: string) => string>>;
  /** The same in the unit that was asked for. */
  readonly inOtherUnit: (text: string) => string;
  readonly attributeNames: Readonly<Record<string, string>>;
  /** Nothing is stated on the matter itself; these fields are beside it. */
  readonly notStatedBut: (v: {
    title: string;
    what: string;
    facts: readonly { name: string; value: string }[];
  }) => string;
  /** Before the question of an answer on the same matter. */
  readonly more: () => string;
  readonly notStated: (v: { title: string; what: string }) => string;
  readonly price: (v: {
    title: string;
    price: string;
    was?: string | undefined;
    variants: readonly string[];
  }) => string;
  readonly inStock: (v: { title: string; stock: number; variants: readonly string[] }) => string;
  /** Choices of one product; `stock` undefined is not known. `others` are there when all of these are gone. */
  readonly variants: (v: {
    title: string;
    rows: readonly { label: string; price: string; stock: number | undefined }[];
    others: readonly string[];
  }) => string;
  readonly outOfStock: (v: { title: string; variants: readonly string[] }) => string;
  readonly whichProduct: (v: { what: string }) => string;
  /** What a product is; `stock` undefined is not known. */
  readonly present: (v: {
    title: string;
    price: string;
    stock: number | undefined;
    facts: readonly { name: string; value: string }[];
  }) => string;
  readonly found: (v: { n: number; words: string; limit: string; more: boolean }) => string;
  readonly foundPartly: (v: { missing: string }) => string;
  /** What was asked for is sold out. */
  readonly soldOut: (v: { titles: readonly { title: string; price: string }[] }) => string;
  readonly sameKind: () => string;
  readonly notFound: (v: { words: string }) => string;
  readonly beyondLimit: (v: { words: string; limit: string; title: string; price: string }) => string;
  readonly otherCurrency: (v: { currency: string }) => string;
  readonly showNearest: (v: { title: string }) => string;
  readonly limit: (v: { min?: string | undefined; max?: string | undefined }) => string;
  /** Where goods that are shown come from. */
  readonly catalogue: () => string;
  readonly whatKind: () => string;
  /** Which of these kinds, values or prices it shall be. `about` is the name of a field. */
  readonly narrow: (v: { about: string; kind: boolean }) => string;
  readonly priceIs: (v: { max?: string | undefined; min?: string | undefined }) => string;
  /** Any answer to that is as good; and the others that there are. */
  readonly any: () => string;
  readonly others: () => string;
  /** Why a product is on a card. */
  readonly reasons: Readonly<
    Record<'cheaper' | 'dearer' | 'together' | 'saves' | 'cheapest', (v: { money: string }) => string>
  >;
  /** That a product is to the shopper's taste. */
  readonly fits: (v: Tag) => string;
  readonly extreme: (v: { way: 'cheaper' | 'dearer'; title: string; price: string }) => string;
  readonly sameBrand: (v: { brand: string }) => string;
  readonly onlyShown: (v: { n: number }) => string;
  /** What shall be changed about an order. */
  readonly whichTask: () => string;
  readonly tasks: Readonly<Record<'change-address' | 'change-items' | 'cancel-order', string>>;
  readonly noOthers: () => string;
  readonly noSimilar: () => string;
  readonly nothingBeside: () => string;
  readonly alreadyFree: () => string;
  /** A light word to somebody who is delighted. */
  readonly glad: () => string;
  /** Above products that nobody named. `about` is what they are shown for, `money` what is missing. */
  readonly goods: Readonly<
    Record<'similar' | 'instead' | 'goesWith' | 'bundle' | 'glad', (v: { about: string; money: string }) => string>
  >;
  /** A tag in words, with where it is from and the day. */
  readonly tag: (v: Tag) => string;
  readonly tagSince: (v: { tag: string; from: Tag['from']; day: string }) => string;
  readonly remembered: (v: { rows: readonly string[] }) => string;
  readonly forget: (v: { tag: string }) => string;
  readonly forgetAll: () => string;
  readonly forgotten: (v: { tags: readonly string[] }) => string;
  readonly noted: (v: { tags: readonly string[] }) => string;
  readonly comparing: (v: { left: string; right: string }) => string;
  readonly differ: (v: {
    name: string;
    left: string;
    right: string;
    more?: { readonly left: boolean; readonly by: string } | undefined;
  }) => string;
  readonly same: (v: { rows: readonly { name: string; value: string }[] }) => string;
  readonly prices: (v: { left: string; right: string }) => string;
  readonly priceName: () => string;
  readonly compareUnknown: (v: { words: string }) => string;
  readonly compareWhat: () => string;
  readonly signIn: () => string;
  readonly noOrders: () => string;
  readonly whichOrder: () => string;
  readonly orderNotFound: () => string;
  readonly ordersFailed: () => string;
  readonly orderSummary: (v: {
    number: string;
    status: OrderStatus;
    parcel?: string | undefined;
    last?: string | undefined;
    due?: string | undefined;
  }) => string;
  readonly statuses: Readonly<Record<OrderStatus, string>>;
}
