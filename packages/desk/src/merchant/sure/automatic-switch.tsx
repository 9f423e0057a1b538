import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { hashOf } from '../address.ts';
import { refusalWords } from '../teaching/refusal-words.ts';
import type { Teaching } from '../teaching/teaching.ts';

/** Whether phrasings whose label is certain are learnt without being asked. It holds at once. */
export function AutomaticSwitch({ teaching }: { readonly teaching: Teaching }) {
  const { desk, t } = useDesk();
  const [told, setTold] = useState<{ readonly wrong: boolean; readonly text: string }>();
  const [busy, setBusy] = useState(false);
  const on = teaching.overview.value?.automatic ?? false;
  const before = teaching.overview.value?.versions ?? 0;
  const turn = async () => {
    if (busy) return;
    setBusy(true);
    setTold(undefined);
    const done = await teaching.api.automatic(teaching.newId(), !on);
    setBusy(false);
    if (done.ok) {
      const learnt = done.value.versions.length - before;
      setTold({ wrong: false, text: done.value.automatic ? t('sure.automatic.learnt', { n: learnt }) : '' });
    } else setTold({ wrong: true, text: refusalWords(done.refusal, t, desk.locale.value) });
    await teaching.load();
  };
  return (
    <section class="shop-part" aria-labelledby="sure-automatic">
      <h2 id="sure-automatic">{t('sure.automatic')}</h2>
      <p class="shop-hint">{t('sure.automatic.about')}</p>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-disabled={busy}
        onClick={() => void turn()}
      >
        <span class="switch-knob" aria-hidden="true" />
        {t(on ? 'sure.automatic.on' : 'sure.automatic.off')}
      </button>
      <p role={told?.wrong ? 'alert' : 'status'} class={told?.wrong ? 'shop-warn' : 'shop-hint'}>
        {told?.text}
        {told && !told.wrong && on && (
          <a class="link" href={hashOf({ page: 'versions' })}>
            {t('versions.title')}
          </a>
        )}
      </p>
    </section>
  );
}
