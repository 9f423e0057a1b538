import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Account, Ended } from './account-api.ts';
import { SecondFactor } from './second-factor.tsx';

/** How one comes in: a password, a second factor, and the browsers that are signed in. */
export function AccountDialog() {
  const { desk, t, format } = useDesk();
  const { account: api } = desk;
  const [account, setAccount] = useState<Account>();
  const [said, setSaid] = useState('');
  const refresh = async () => setAccount(await api.account());
  useEffect(() => void refresh(), []);
  /** Does something, says how it ended, and shows what is so now. */
  const act = async (wish: Promise<Ended>, done: string) => {
    const ended = await wish;
    if (ended.ok) setSaid(done);
    else if (ended.code === 'wait') setSaid(t('signIn.wait', { n: Math.ceil((ended.waitMs ?? 0) / 1_000) }));
    else setSaid(t(ended.code === 'prove' || ended.code === 'wrong' ? `account.${ended.code}` : 'signIn.failed'));
    await refresh();
    return ended;
  };
  const close = () => {
    desk.accountOpen.value = false;
  };
  return (
    <Dialog title={t('account.title')} onClose={close}>
      {said !== '' && <p role="status">{said}</p>}
      {account && !account.proved && (
        <form
          class="account-part"
          onSubmit={(event) => {
            event.preventDefault();
            const code = String(new FormData(event.currentTarget).get('code') ?? '');
            void act(api.prove(code), t('account.proved'));
          }}
        >
          <label>
            {t('account.proveText')}
            <input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={8} />
          </label>
          <button type="submit" class="button">
            {t('account.proveGo')}
          </button>
        </form>
      )}
      {account && (
        <>
          <form
            class="account-part"
            onSubmit={(event) => {
              event.preventDefault();
              const form = event.currentTarget;
              const password = String(new FormData(form).get('password') ?? '');
              void act(api.setPassword(password), t('account.passwordSet')).then(({ ok }) => ok && form.reset());
            }}
          >
            <label>
              {t(account.password ? 'account.passwordNew' : 'account.passwordFirst')}
              <input
                name="password"
                type="password"
                autoComplete="new-password"
                required
                minLength={10}
                maxLength={200}
              />
            </label>
            <button type="submit" class="button">
              {t('account.passwordGo')}
            </button>
          </form>
          <SecondFactor account={account} act={act} />
          <h3>{t('account.sessions')}</h3>
          <ul class="account-sessions">
            {account.sessions.map((one) => (
              <li key={one.name}>
                <span>
                  {one.here ? <b>{t('account.here')}</b> : one.browser || t('account.unknown')}
                  <br />
                  <small>{t('account.used', { time: format.time(one.usedAt) })}</small>
                </span>
                {!one.here && (
                  <button
                    type="button"
                    class="link"
                    onClick={() => void act(api.signOut(one.name), t('account.ended'))}
                  >
                    {t('account.end')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="dialog-foot">
        {account && account.sessions.length > 1 && (
          <button type="button" class="button" onClick={() => void act(api.signOut(), t('account.ended'))}>
            {t('account.endOthers')}
          </button>
        )}
        <button type="button" class="button main" onClick={close}>
          {t('data.close')}
        </button>
      </div>
    </Dialog>
  );
}
