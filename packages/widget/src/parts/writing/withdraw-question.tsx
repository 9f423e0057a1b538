import { signal } from '@preact/signals-core';
import { useEffect, useRef } from 'preact/hooks';
import type { Shell } from '../shell.ts';
import { shellPart } from '../shell-part.tsx';

/** The widget whose shopper is asked whether what it has kept is to be wiped. */
export const withdrawing = signal<Shell | null>(null);

/** Asks before what was agreed to is taken back, for what is kept goes with it: two equal buttons. */
export const WithdrawQuestion = shellPart((shell) => {
  const { t } = shell.words.value;
  const box = useRef<HTMLElement>(null);
  const asked = withdrawing.value === shell;
  useEffect(() => {
    if (asked) box.current?.focus();
  }, [asked]);
  if (!asked) return null;
  const answer = (wipe: boolean) => {
    withdrawing.value = null;
    if (wipe) shell.setConsent('none').catch(reportError);
    shell.field.current?.focus();
  };
  return (
    <section class="consent" ref={box} tabIndex={-1} aria-labelledby="withdraw">
      <b id="withdraw">{t('menu.forget')}</b>
      <p>{t('forget.text')}</p>
      <div class="two">
        <button type="button" class="choice" onClick={() => answer(false)}>
          {t('consent.keep')}
        </button>
        <button type="button" class="choice" onClick={() => answer(true)}>
          {t('claim.no')}
        </button>
      </div>
    </section>
  );
});
