import { SignInForm } from '../account/sign-in-form.tsx';
import { useDesk } from '../desk-context.ts';
import { Mark } from './icon.tsx';

/** Shown in place of the desk to somebody who is not signed in: by password, or how to get a link. */
export function Gate({ retry }: { readonly retry: () => void }) {
  const { t } = useDesk();
  return (
    <main class="gate">
      <Mark />
      <h1>{t('signIn.title')}</h1>
      <SignInForm onDone={retry} />
      <p>{t('gate.text')}</p>
      <p>
        <code>npm run agent -- add NAME</code>
      </p>
      <p>{t('gate.after')}</p>
      <button type="button" class="button" onClick={retry}>
        {t('gate.retry')}
      </button>
    </main>
  );
}
