import { useEffect, useRef } from 'preact/hooks';
import { useShell } from '../state/shell.ts';

/** Asks, before the first message is kept, whether the conversation may stay in this browser: two equal buttons. */
export function ConsentQuestion({ onAnswer }: { readonly onAnswer: (keep: boolean) => void }) {
  const shell = useShell();
  const { t } = shell.words.value;
  const { privacy } = shell.options.value;
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
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
        <button type="button" class="choice" onClick={() => onAnswer(false)}>
          {t('consent.visit')}
        </button>
        <button type="button" class="choice" onClick={() => onAnswer(true)}>
          {t('consent.keep')}
        </button>
      </div>
    </section>
  );
}
