import { isSafeUrl, type Source } from '@xiaoer/core/protocol';
import type { CardContext } from './card-context.ts';
import { Icon } from './icon.tsx';
import { SOURCE } from './icon-paths.ts';
import { OutLink } from './rich-text.tsx';

/** Where an answer is from, under a hairline. */
export function SourceLine(props: { readonly source: Source | undefined; readonly context: CardContext }) {
  const { source, context } = props;
  if (!source?.label) return null;
  return (
    <div class="c-source">
      <Icon path={SOURCE} />
      <span>
        {context.t('card.from')}{' '}
        {isSafeUrl(source.url) ? <OutLink href={source.url}>{source.label}</OutLink> : source.label}
      </span>
    </div>
  );
}
