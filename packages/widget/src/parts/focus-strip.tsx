import { isMoney } from '@xiaoer/core/protocol';
import { useEffect } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import { CLOSE } from '../content/icon-paths.ts';
import { Picture } from '../content/picture.tsx';
import { Price } from '../content/price.tsx';
import type { FocusProduct } from '../state/options.ts';
import { describeProduct } from './describe-product.ts';
import { shellPart } from './shell-part.tsx';
import { Tool } from './tool.tsx';

/** The product that questions are about, above the composer. */
export const FocusStrip = shellPart(
  (
    shell,
    {
      focus,
      title,
    }: {
      readonly focus: FocusProduct;
      readonly title: string;
    },
  ) => {
    const { t } = shell.words.value;
    const clear = () => {
      shell.focus.value = null;
      shell.field.current?.focus();
    };
    return (
      <>
        <Picture src={focus.image} alt="" class="focus-picture" />
        <p class="focus-text">
          <span>{t('focus.about')}</span>
          <b>
            <bdi>{title}</bdi>
          </b>
        </p>
        {isMoney(focus.price) && <Price money={focus.price} context={shell.cards} />}
        <Tool name={t('focus.clear')} onPress={clear}>
          <Icon path={CLOSE} />
        </Tool>
      </>
    );
  },
);

/** Asks the server, where there is one, for what the page has not told about the product in focus; draws nothing. */
export const Describe = shellPart((shell, { focus }: { readonly focus: FocusProduct }) => {
  const { locale } = shell.words.value;
  useEffect(() => {
    if (shell.options.peek().knowledge) return;
    void describeProduct(shell.server, focus, locale).then((described) => {
      if (shell.focus.value === focus && described.title) shell.focus.value = described;
    });
  }, [shell, focus, locale]);
  return null;
});
