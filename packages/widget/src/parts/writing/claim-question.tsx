import { shellPart } from '../shell-part.tsx';
import { useSignal } from '../use-signal.ts';

/** Asks who has signed in what becomes of the conversation that was begun here before: somebody else may have had it. */
export const ClaimQuestion = shellPart((shell) => {
  const { t } = shell.words.value;
  const client = shell.client.value;
  const busy = useSignal(false);
  if (!client.claimable.value) return null;
  const answer = async (yes: boolean) => {
    if (busy.peek()) return;
    busy.value = true;
    shell.problem.value = null;
    try {
      await client.claim(yes);
      shell.field.current?.focus();
    } catch {
      shell.problem.value = 'claim.failed';
    }
    busy.value = false;
  };
  const button = (yes: boolean) => (
    <button type="button" class="choice" aria-disabled={busy.value} onClick={() => void answer(yes)}>
      {t(yes ? 'claim.yes' : 'claim.no')}
    </button>
  );
  return (
    <section class="consent" role="status" aria-labelledby="claim">
      <b id="claim">{t('claim.title')}</b>
      <p>{t('claim.text')}</p>
      <div class="two">
        {button(false)}
        {button(true)}
      </div>
    </section>
  );
});
