import { type ImageBody, isSafeUrl } from '@xiaoer/core/protocol';
import { Picture } from './picture.tsx';
import type { RendererProps } from './renderer.ts';

/** A picture. Its place has the right size before it loads; pressing it opens the whole in a new tab. */
export function Image({ body, context }: RendererProps<ImageBody>) {
  const { t } = context;
  const alt = body.alt ?? body.name ?? t('media.image');
  // Very long and very wide pictures are cut, so that one of them cannot fill the timeline.
  const ratio = Math.min(3, Math.max(0.6, body.width / body.height));
  const picture = <Picture src={body.url} alt={alt} />;
  return (
    <div class="c-image" style={{ aspectRatio: `${ratio}`, maxWidth: `${body.width}px` }}>
      {isSafeUrl(body.url) ? (
        <a href={body.url} target="_blank" rel="noopener nofollow ugc">
          {picture}
          <span class="c-hidden"> ({t('card.newTab')})</span>
        </a>
      ) : (
        picture
      )}
    </div>
  );
}
