import { Picture } from '../content/picture.tsx';
import { Price } from '../content/price.tsx';
import type { FocusProduct } from '../state/options.ts';
import { useShell } from '../state/shell.ts';
import { Icon } from './icon.tsx';

/** The product that questions are about, above the composer. */
export function FocusStrip({ focus, title }: { readonly focus: FocusProduct; readonly title: string }) {
  const shell = useShell();
  const { t } = shell.words.value;
  const clear = () => {
    shell.focus.value = null;
    shell.field.current?.focus();
  };
  return (
    <div class="focus">
      <Picture src={focus.image} alt="" class="focus-picture" />
      <p class="focus-text">
        <span>{t('focus.about')}</span>
        <b>
          <bdi>{title}</bdi>
        </b>
      </p>
      {focus.price && <Price money={focus.price} context={shell.cards} />}
      <button type="button" class="tool" aria-label={t('focus.clear')} title={t('focus.clear')} onClick={clear}>
        <Icon name="close" />
      </button>
    </div>
  );
}
