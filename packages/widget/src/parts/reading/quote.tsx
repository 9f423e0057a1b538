import { shellPart } from '../shell-part.tsx';
import { Excerpt } from './excerpt.tsx';

/** The message that another one answers; pressing it goes there. */
export const Quote = shellPart((shell, { seq }: { readonly seq: number }) => {
  const { t } = shell.words.value;
  const item = shell.client.value.messages.value.find((row) => row.seq === seq);
  return (
    <button type="button" class="quote" data-quote={seq}>
      <span class="c-hidden">{t('quote.of')} </span>
      {item ? <Excerpt item={item} /> : <span class="excerpt">{t('quote.earlier')}</span>}
    </button>
  );
});
