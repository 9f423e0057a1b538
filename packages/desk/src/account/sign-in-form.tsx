import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';

/** Name, password and, where there is one, the code. `onDone` when the browser is signed in. */
export function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { desk, t } = useDesk();
  const [asksCode, setAsksCode] = useState(false);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const signIn = async (form: HTMLFormElement) => {
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    setBusy(true);
    const ended = await desk.account.signIn(text('name'), text('password'), asksCode ? text('code') : undefined);
    setBusy(false);
    if (ended.ok) return onDone();
    setAsksCode(asksCode || ended.code === 'code');
    if (ended.code === 'code') setProblem('');
    else if (ended.code === 'wait') setProblem(t('signIn.wait', { n: Math.ceil((ended.waitMs ?? 0) / 1_000) }));
    else setProblem(t(ended.code === 'wrong' ? 'signIn.wrong' : 'signIn.failed'));
  };
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void signIn(event.currentTarget);
      }}
    >
      <label>
        {t('signIn.name')}
        <input name="name" autoComplete="username" required maxLength={80} />
      </label>
      <label>
        {t('signIn.password')}
        <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </label>
      {asksCode && (
        <label>
          {t('signIn.code')}
          {/* biome-ignore lint/a11y/noAutofocus: the field comes as the answer to a press, and is what is asked for. */}
          <input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={8} autoFocus />
        </label>
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
      <button type="submit" class="button main" aria-disabled={busy}>
        {t('signIn.go')}
      </button>
    </form>
  );
}
