import type { ProductsBody } from '@xiaoer/core/protocol';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NEXT } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { Lead } from './lead.tsx';
import { ProductSlide } from './product-slide.tsx';
import type { RendererProps } from './renderer.ts';
import { arrowTarget } from './roving.ts';

/** What of a track is in sight. */
interface Sight {
  /** Index of the last card that is wholly in sight. */
  readonly last: number;
  readonly start: boolean;
  readonly end: boolean;
  readonly rtl: boolean;
}

/** Scrolling right to left counts from zero downwards, so that only distances matter. */
function look(track: HTMLElement): Sight {
  const gone = Math.abs(track.scrollLeft);
  const edge = gone + track.clientWidth;
  const end = edge >= track.scrollWidth - 2;
  const all = track.children.length;
  const step = stepOf(track);
  const whole = step > 0 ? Math.floor((edge + 4) / step) : 1;
  return { last: (end ? all : Math.min(all, Math.max(1, whole))) - 1, start: gone < 2, end, rtl: isRtl(track) };
}

const isRtl = (element: Element) => getComputedStyle(element).direction === 'rtl';

/** From the start of a card to the start of the next, in pixels. */
function stepOf({ children }: HTMLElement): number {
  const [first, second] = children as unknown as HTMLElement[];
  return first && second ? Math.abs(second.offsetLeft - first.offsetLeft) : 0;
}

/** Products side by side. Only the card in hand is in the tab order; arrow keys go from card to card. */
export function Products({ item, body, context }: RendererProps<ProductsBody>) {
  const { t } = context;
  const { items } = body;
  const track = useRef<HTMLUListElement>(null);
  const [sight, setSight] = useState<Sight>({ last: 0, start: true, end: false, rtl: false });
  const [inHand, setInHand] = useState(0);
  const measure = () => {
    if (track.current) setSight(look(track.current));
  };
  useLayoutEffect(() => {
    measure();
    // Drawn before its sheet has come, or in a panel that is still closed, a track has no width yet.
    const sizes = new ResizeObserver(measure);
    if (track.current) sizes.observe(track.current);
    return () => sizes.disconnect();
  }, [items.length]);
  const go = (cards: number) => {
    if (!track.current) return;
    const along = isRtl(track.current) ? -1 : 1;
    track.current.scrollBy({ left: along * cards * stepOf(track.current) });
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
  const arrow = (which: 'next' | 'previous', cards: number, off: boolean) => (
    <button
      type="button"
      class={`c-arrow c-${which}`}
      data-left={(which === 'next') === sight.rtl}
      aria-label={t(`products.${which}`)}
      disabled={off}
      tabIndex={-1}
      onClick={() => go(cards)}
    >
      <Icon path={NEXT} />
    </button>
  );
  return (
    <>
      <Lead item={item} context={context} text={body.text} source={body.source} />
      <div class="c-carousel">
        <ul class="c-track" ref={track} aria-label={t('products.label')} onScroll={measure} onKeyDown={move}>
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
        {items.length > 2 && context.reader === 'shopper' && (
          <>
            {arrow('previous', -2, sight.start)}
            {arrow('next', 2, sight.end)}
            <p class="c-count" aria-hidden="true">
              <bdi dir="ltr">
                {context.format.number(sight.last + 1)} / {context.format.number(items.length)}
              </bdi>
            </p>
          </>
        )}
      </div>
    </>
  );
}
