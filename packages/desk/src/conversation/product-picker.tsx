import type { Conversation } from '@xiaoer/core/desk';
import type { ProductCard } from '@xiaoer/core/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { isComposing } from '../keys.ts';
import { Icon } from '../parts/icon.tsx';
import { ProductLine } from '../parts/product-line.tsx';
import { focusComposer } from './composer-focus.ts';

/** Most products shown for a search. */
const MOST = 20;

/** Finds a product by words and sends its card. Only the id goes out: price and stock are the server's word. */
export function ProductPicker({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly ProductCard[] | null>(null);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    let stale = false;
    desk.catalogue.search(words, MOST, desk.locale.peek()).then(
      (cards) => {
        if (stale) return;
        setFound(cards);
        setFailed(false);
      },
      () => {
        if (!stale) setFailed(true);
      },
    );
    return () => {
      stale = true;
    };
  }, [desk, words]);

  const close = () => {
    desk.picking.value = false;
    focusComposer();
  };
  const send = (card: ProductCard) => {
    close();
    void desk.actions.product(conversation, card.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };
  const first = found?.[0];

  return (
    <section class="picker" aria-labelledby="picker-title" onKeyDown={onKeyDown}>
      <div class="picker-head">
        <h3 id="picker-title">{t('pick.title')}</h3>
        <span class="count" role="status">
          {found && !failed ? t('pick.found', { n: found.length }) : ''}
        </span>
        <button type="button" class="icon-button" aria-label={t('pick.close')} onClick={close}>
          <Icon name="cross" />
        </button>
      </div>
      <div class="search">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          aria-label={t('pick.title')}
          placeholder={t('pick.search')}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return;
            // The focus moves to the composer, where the same key would leave a line break.
            event.preventDefault();
            if (first && words.trim() !== '') send(first);
          }}
        />
      </div>
      {failed && <p class="nothing">{t('pick.failed')}</p>}
      {!failed && found?.length === 0 && <p class="nothing">{t('pick.none')}</p>}
      {!failed && found && found.length > 0 && (
        <ul class="picker-list">
          {found.map((card) => (
            <li key={card.id}>
              <ProductLine card={card} />
              <button
                type="button"
                class="button"
                aria-label={t('pick.send', { name: card.title })}
                onClick={() => send(card)}
              >
                {t('side.send')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
