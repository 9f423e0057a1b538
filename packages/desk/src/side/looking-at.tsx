import type { Conversation } from '@xiaoer/core/desk';
import type { ProductCard } from '@xiaoer/core/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { ProductLine } from '../parts/product-line.tsx';
import { isClosed } from '../state/serving.ts';
import { focusOf } from './findings.ts';
import { SideSection } from './section.tsx';

/** A product by id from the catalogue; undefined while it is looked up, or where it is unknown. */
export function useProduct(id: string | undefined): ProductCard | undefined {
  const { desk } = useDesk();
  const locale = desk.locale.value;
  const [card, setCard] = useState<ProductCard>();
  useEffect(() => {
    let stale = false;
    setCard(undefined);
    if (!id) return;
    desk.catalogue.find(id, locale).then(
      (found) => {
        if (!stale) setCard(found);
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [desk, id, locale]);
  return card?.id === id ? card : undefined;
}

/** The product the shopper has in front of them, ready to be sent. */
export function LookingAt({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const id = focusOf(conversation.page.value, conversation.messages.value);
  const card = useProduct(id);
  const closed = isClosed(desk.client, conversation);
  return (
    <SideSection name="looking" title={t('side.looking')}>
      {card ? (
        <div class="looking">
          <ProductLine card={card} />
          {!closed && (
            <button
              type="button"
              class="button"
              aria-label={t('side.sendName', { name: card.title })}
              onClick={() => void desk.actions.product(conversation, card.id)}
            >
              {t('side.send')}
            </button>
          )}
        </div>
      ) : (
        <p class="nothing">{id ?? conversation.page.value?.title ?? t('side.lookingNothing')}</p>
      )}
    </SideSection>
  );
}
