import type { ProductsBody } from '@xiaoer/core/protocol';
import { useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { NEXT } from './icon-paths.ts';
import { Lead } from './lead.tsx';
import { ProductSlide } from './product-slide.tsx';
import type { RendererProps } from './renderer.ts';
import { arrowTarget } from './roving.ts';

/** Where a track stands. Scrolling right to left counts from zero downwards, so that only the distance matters. */
function placeOf(track: HTMLElement): number {
  const gone = Math.abs(track.scrollLeft);
  if (gone + track.clientWidth >= track.scrollWidth - 2 && gone > 0) return track.children.length - 1;
  const [first, second] = track.children as unknown as HTMLElement[];
  const step = first && second ? Math.abs(second.offsetLeft - first.offsetLeft) : 0;
  return step > 0 ? Math.round(gone / step) : 0;
}

/** Products side by side. Only the card in hand is in the tab order; arrow keys go from card to card. */
export function Products({ item, body, context }: RendererProps<ProductsBody>) {
  const { t } = context;
  const { items } = body;
  const track = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [inHand, setInHand] = useState(0);
  const go = (to: number) => {
    const cards = track.current?.children as HTMLCollectionOf<HTMLElement> | undefined;
    const [first, target] = [cards?.[0], cards?.[to]];
    if (first && target) track.current?.scrollTo?.({ left: target.offsetLeft - first.offsetLeft });
    setAt(to);
  };
  const move = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const from = target.closest('li');
    if (!from || target.closest('.c-sheet') || event.key === 'ArrowUp' || event.key === 'ArrowDown') return;
    const to = arrowTarget(event, inHand, items.length);
    if (to === undefined) return;
    const nth = [...from.querySelectorAll('a, button')].indexOf(target);
    const stops = track.current?.children[to]?.querySelectorAll<HTMLElement>('a, button');
    (stops?.[nth] ?? stops?.[0])?.focus();
  };
  const arrow = (which: 'next' | 'previous', to: number) => (
    <button
      type="button"
      class={`c-arrow c-${which}`}
      aria-label={t(`products.${which}`)}
      disabled={to < 0 || to >= items.length}
      tabIndex={-1}
      onClick={() => go(to)}
    >
      <Icon path={NEXT} />
    </button>
  );
  return (
    <>
      <Lead item={item} context={context} text={body.text} source={body.source} />
      <div class="c-carousel">
        <ul
          class="c-track"
          ref={track}
          aria-label={t('products.label')}
          onScroll={(event) => setAt(placeOf(event.currentTarget))}
          onKeyDown={move}
        >
          {items.map((product, n) => (
            <li
              key={product.id}
              aria-label={t('products.position', { n: n + 1, all: items.length })}
              onFocusCapture={() => setInHand(n)}
            >
              <ProductSlide product={product} item={item} context={context} tabIndex={n === inHand ? 0 : -1} />
            </li>
          ))}
        </ul>
        {items.length > 2 && (
          <>
            {arrow('previous', at - 1)}
            {arrow('next', at + 1)}
            <p class="c-count" aria-hidden="true">
              {context.format.number(at + 1)} / {context.format.number(items.length)}
            </p>
          </>
        )}
      </div>
    </>
  );
}
