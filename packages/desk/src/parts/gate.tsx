import { useDesk } from '../desk-context.ts';
import { Mark } from './icon.tsx';

/** Shown in place of the desk to somebody who has no key: how to get in. */
export function Gate({ retry }: { readonly retry: () => void }) {
  const { t } = useDesk();
  return (
    <main class="gate">
      <Mark />
      <h1>{t('gate.title')}</h1>
      <p>{t('gate.text')}</p>
      <p>
        <code>npm run agent -- add NAME</code>
      </p>
      <p>{t('gate.after')}</p>
      <button type="button" class="button main" onClick={retry}>
        {t('gate.retry')}
      </button>
    </main>
  );
}
