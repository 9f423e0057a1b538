import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Product } from '../knowledge/knowledge-source.ts';
import { everyText } from '../knowledge/localized.ts';
import { clip } from '../text/clip.ts';
import type { TurnInput } from '../turn.ts';

/** A card in plain text, as `fallback` of the protocol writes it: `title · CNY 680.00 · reason`. */
const CARD = /^(.{1,300}) · [A-Z]{3} \d+(?:\.\d+)?(?: · .*)?$/;

const titled = (product: Product | undefined, title: string): boolean =>
  everyText(product?.title).some((one) => one === title || clip(one, 300) === title);

/** Takes the plain text of product cards out of a message: it is no sentence of the shopper's, but what he points at. */
export function readCard(
  input: TurnInput,
  { catalogue }: Knowledge,
): { readonly input: TurnInput; readonly card?: Product | undefined } {
  if (input.kind !== 'message' || input.reply !== undefined) return { input };
  const { about } = input;
  const at = about === undefined ? undefined : catalogue.byId.get(about);
  const near = at === undefined ? undefined : catalogue.products[at];
  let card: Product | undefined;
  const rest = input.text.split('\n').filter((line) => {
    const text = line.trim();
    const title = CARD.exec(text)?.[1];
    const found =
      title === undefined
        ? text === about
          ? near
          : undefined
        : titled(near, title)
          ? near
          : catalogue.products.find((one) => titled(one, title));
    card = found ?? card;
    return found === undefined;
  });
  return card ? { input: { ...input, text: rest.join('\n').trim(), about: card.id }, card } : { input };
}
