import type { Content, ConversationId, Participant } from '@xiaoer/core/protocol';

/**
 * Fills in what a page or an agent only names: product cards from the catalogue, order cards of that shopper, address,
 * size and type of an upload of the author. Asked for the kinds `product`, `products`, `order`, `orders`, `image`,
 * `voice` and `file` only; the answer is the body that is recorded.
 * `subject` is the shopper of the conversation, whoever sends. Undefined refuses the op with `not-found`.
 */
export type Enrich = (
  content: Content,
  context: {
    readonly conversation: ConversationId;
    readonly shop: string;
    readonly subject: string;
    readonly author: Participant;
    readonly locale: string | undefined;
  },
) => Promise<Readonly<Record<string, unknown>> | undefined>;
