import type { ImageBody } from '@xiaoer/core/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IMAGE } from './card-icon-paths.ts';
import { Icon } from './icon.tsx';
import type { LargerView } from './larger-view.tsx';
import type { LocalPicture } from './local-picture.tsx';
import type { RendererProps } from './renderer.ts';
import { useFileLink } from './use-file-link.ts';

/** Very long and very wide pictures are cut in the timeline, so that one of them cannot fill it. */
const shapeOf = ({ width, height }: ImageBody) => Math.min(3, Math.max(0.6, width / height));

/** A picture. Its place has the right size before it loads; pressing it shows the whole, over everything. */
export function Image({ item, body, context }: RendererProps<ImageBody>) {
  const { t } = context;
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { link, failed, ask, fail } = useFileLink(body.url, context, item);
  const [loaded, setLoaded] = useState(false);
  const [again, setAgain] = useState(false);
  const [Local, setLocal] = useState<{ readonly of: typeof LocalPicture }>();
  const [View, setView] = useState<{ readonly of: typeof LargerView }>();
  const alt = body.alt ?? body.name ?? t('media.image');

  // A link is asked for when its picture comes into sight, not for every picture of a history.
  useEffect(() => {
    if (link !== undefined || failed || body.url === undefined || !place.current) return;
    if (typeof IntersectionObserver !== 'function') return void ask();
    const sight = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      void ask();
    });
    sight.observe(place.current);
    return () => sight.disconnect();
  }, [link, failed, ask, body.url]);

  const { local } = item;
  useEffect(() => {
    if (local)
      import('./local-picture.tsx').then(
        ({ LocalPicture: of }) => setLocal({ of }),
        () => {},
      );
  }, [!local]);

  const broken = () => {
    // Its time may be over: one fresh link, and then it is said.
    if (again) return fail();
    setAgain(true);
    void ask();
  };
  const enlarge = () =>
    import('./larger-view.tsx').then(
      ({ LargerView: of }) => setView({ of }),
      () => window.open(link, '_blank', 'noopener'),
    );
  const close = () => {
    setView(undefined);
    opener.current?.focus();
  };
  return (
    <div
      ref={place}
      class="c-image"
      style={{ aspectRatio: `${shapeOf(body)}`, maxWidth: `${body.width}px` }}
      aria-busy={!failed && !loaded && !local ? true : undefined}
    >
      {failed ? (
        <span class="c-picture c-failed">
          <Icon path={IMAGE} />
          <span>
            <span dir="auto">{alt}</span>
            <span class="c-sub">{t('media.gone')}</span>
          </span>
          <button type="button" class="c-link" onClick={() => void ask()}>
            {t('media.retry')}
          </button>
        </span>
      ) : (
        <button
          type="button"
          class="c-picture c-enlarge"
          ref={opener}
          aria-label={t('media.larger', { name: alt })}
          aria-haspopup="dialog"
          disabled={link === undefined}
          onClick={() => void enlarge()}
        >
          {!loaded && <Icon path={IMAGE} />}
          {!loaded && local && Local && <Local.of file={local} />}
          {link !== undefined && (
            <img
              src={link}
              alt=""
              data-loaded={loaded}
              loading="lazy"
              decoding="async"
              draggable={false}
              onLoad={() => setLoaded(true)}
              onError={broken}
            />
          )}
        </button>
      )}
      {View && link !== undefined && <View.of src={link} alt={alt} body={body} context={context} onClose={close} />}
    </div>
  );
}
