import type { ImageBody } from '@xiaoer/core/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContext } from './card-context.ts';
import { ZOOM } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import { CLOSE } from './icon-paths.ts';

/**
 * A picture over everything, in the top layer of the browser: focus goes in and stays in, Escape closes. Fitted at first;
 * in its own size it is moved by scrolling, which is also what a pinch and the arrow keys do.
 */
export function LargerView(props: {
  readonly src: string;
  readonly alt: string;
  readonly body: Pick<ImageBody, 'width' | 'height'>;
  readonly context: CardContext;
  readonly onClose: () => void;
}) {
  const { t } = props.context;
  const dialog = useRef<HTMLDialogElement>(null);
  const [whole, setWhole] = useState(true);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      class="c-larger"
      ref={dialog}
      aria-label={props.alt}
      onClose={props.onClose}
      // Escape is for this dialog alone: the panel behind it stays open.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div class="c-larger-head">
        <p class="c-fill" dir="auto">
          {props.alt}
        </p>
        <button type="button" class="c-button c-plain" aria-pressed={!whole} onClick={() => setWhole(!whole)}>
          <Icon path={ZOOM} />
          <span class="c-hidden">{t('media.zoom')}</span>
        </button>
        <button
          type="button"
          class="c-button c-plain"
          aria-label={t('media.close')}
          // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus in.
          autoFocus
          onClick={() => dialog.current?.close()}
        >
          <Icon path={CLOSE} />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="c-larger-ground" data-whole={whole} tabIndex={0} aria-label={props.alt}>
        <img src={props.src} alt={props.alt} width={props.body.width} height={props.body.height} draggable={false} />
      </section>
    </dialog>
  );
}
