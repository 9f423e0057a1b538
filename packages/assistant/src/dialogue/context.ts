import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import type { DialogueState } from '../state.ts';
import type { TurnInput } from '../turn.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** A message of the shopper. */
export type Message = Extract<TurnInput, { kind: 'message' }>;

/** All that a decision about a message may depend on. */
export interface Context {
  readonly state: DialogueState;
  readonly message: Message;
  readonly said: Understanding;
  readonly knowledge: Knowledge;
  /** A product that the shopper sent as a card; the message is what was written beside it. */
  readonly card?: Product | undefined;
}

/** A product by id. */
export const productById = ({ catalogue }: Knowledge, id: string | undefined): Product | undefined => {
  const at = id === undefined ? undefined : catalogue.byId.get(id);
  return at === undefined ? undefined : catalogue.products[at];
};

/** The product in focus: what the page shows, else what was last talked about. */
export const focusOf = ({ message, state, knowledge }: Context): Product | undefined =>
  productById(knowledge, message.about) ?? productById(knowledge, state.focus);

/** Products that were last shown, in their order. */
export const shownOf = ({ state, knowledge }: Context): readonly Product[] =>
  (state.shown ?? []).flatMap((id) => productById(knowledge, id) ?? []);
