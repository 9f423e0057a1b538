import { useEffect, useRef } from 'preact/hooks';
import type { Composer } from '../composer.tsx';
import { shellPart } from '../shell-part.tsx';

/** Asks, before the first message is kept, whether the conversation may stay in this browser: two equal buttons. */
export const ConsentQuestion = shellPart((shell, { asking }: Pick<Composer, 'asking'>) => {
  const { t } = shell.words.value;
  const { privacy } = shell.options.value;
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const answer = async (consent: 'functional' | 'none') => {
    const then = asking.peek();
    asking.value = null;
    await shell.setConsent(consent);
    await then?.();
  };
  return (
    <section class="consent" ref={box} tabIndex={-1} aria-labelledby="consent">
      <b id="consent">{t('consent.title')}</b>
      <p>
        {t('consent.text')}{' '}
        {privacy && (
          <a href={privacy} target="_blank" rel="noopener">
            {t('privacy.link')}
          </a>
        )}
      </p>
      <div class="two">
        <button type="button" class="choice" onClick={() => void answer('none')}>
          {t('consent.visit')}
        </button>
        <button type="button" class="choice" onClick={() => void answer('functional')}>
          {t('consent.keep')}
        </button>
      </div>
    </section>
  );
});
