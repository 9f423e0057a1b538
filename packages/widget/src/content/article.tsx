import { type ArticleBody, isSafeUrl } from '@xiaoer/core/protocol';
import { useState } from 'preact/hooks';
import type { RendererProps } from './renderer.ts';
import { OutLink, RichText } from './rich-text.tsx';
import { unmarked } from './unmarked.ts';

/** Up to here a folded article is shown, in characters; the style cuts it to three lines as well. */
const FOLDED = 280;

/** A longer text, folded at first. */
export function Article({ body, context }: RendererProps<ArticleBody>) {
  const { t } = context;
  const [open, setOpen] = useState(false);
  // A Chinese character is as wide as two letters.
  const width = body.text.replace(/[^\p{Script=Latin}\s\d]/gu, 'xx').length;
  const long = width > 150 || body.text.includes('\n');
  return (
    <article class="c-card c-pad c-article" part="card">
      <p class="c-sub">{t('article.label')}</p>
      <p class="c-action" dir="auto">
        {body.title}
      </p>
      {open || !long ? (
        <RichText text={body.text} />
      ) : (
        <p class="c-folded" dir="auto">
          {unmarked(body.text.slice(0, FOLDED))}
        </p>
      )}
      <p class="c-row">
        {long && (
          <button type="button" class="c-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'article.less' : 'article.more')}
          </button>
        )}
        {isSafeUrl(body.url) && <OutLink href={body.url}>{t('article.open')}</OutLink>}
      </p>
    </article>
  );
}
