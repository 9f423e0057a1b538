import type { TimelineItem } from '@xiaoer/core';
import type { ProductCard, ProductVariant } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import { useAction } from './use-action.ts';
import { onlyVariant, stockOf } from './variants.tsx';

/** One product and the cart: which variant, how many went in, and why it was refused. */
export function useCart(product: ProductCard, context: CardContext, item: TimelineItem) {
  const [action, run] = useAction(context, item);
  const [picked, pick] = useState<ProductVariant>();
  const [count, setCount] = useState(0);
  const [asked, setAsked] = useState(false);
  const [unchosen, setUnchosen] = useState<string>();
  const variant = picked ?? onlyVariant(product);
  const mustChoose = (product.variants?.length ?? 0) > 0 && !variant;
  const { t } = context;
  const failed = action.refused === '' ? t('card.refused') : action.refused;
  return {
    variant,
    mustChoose,
    count,
    busy: action.busy === 'cart',
    soldOut: stockOf(product, variant) === 0,
    /** Why the last action was refused. */
    failed,
    /** The same, or what has to be chosen first. */
    refused: unchosen ?? (asked && mustChoose ? t('card.choose') : failed),
    ask: () => setAsked(true),
    /** Chosen at once; a page that refuses it gets it back, with its reason shown. */
    choose: async (next: ProductVariant) => {
      if (context.reader === 'desk') return;
      pick(next);
      setCount(0);
      setUnchosen(undefined);
      const outcome = await context.act({ do: 'variant', product, variant: next }, item).catch(() => ({ ok: true }));
      if (outcome.ok) return;
      pick((now) => (now === next ? variant : now));
      setUnchosen(('reason' in outcome && outcome.reason) || t('card.refused'));
    },
    view: () => void run('view', { do: 'view', product }),
    askAbout: () => void run('ask', { do: 'ask', product }),
    add: async () => {
      const outcome = await run('cart', { do: 'cart', product, variant: variant?.id });
      if (outcome.ok) setCount((before) => before + 1);
    },
  };
}

/** What is left, in words; nothing while the shop does not say, or while a sold-out button says it. */
export function stockWords(
  product: ProductCard,
  variant: ProductVariant | undefined,
  { t, format }: CardContext,
): string | undefined {
  const stock = stockOf(product, variant);
  if (stock === undefined || stock === 0) return undefined;
  return stock <= 5 ? t('card.left', { n: format.number(stock) }) : t('card.inStock');
}
