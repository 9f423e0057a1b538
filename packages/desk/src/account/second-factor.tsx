import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Account, Ended } from './account-api.ts';

/** A second factor: begun with a key for an authenticator app, confirmed by its first code, ended by the agent. */
export function SecondFactor({
  account,
  act,
}: {
  readonly account: Account;
  readonly act: (wish: Promise<Ended>, done: string) => Promise<Ended>;
}) {
  const { desk, t } = useDesk();
  const { account: api } = desk;
  const [key, setKey] = useState<{ readonly secret: string; readonly address: string }>();
  if (account.totp && !key)
    return (
      <p class="account-part">
        {t('account.totpOn')}
        <button type="button" class="button" onClick={() => void act(api.endTotp(), t('account.totpEnded'))}>
          {t('account.totpEnd')}
        </button>
      </p>
    );
  if (!key)
    return (
      <p class="account-part">
        {t('account.totpOff')}
        <button
          type="button"
          class="button"
          onClick={() =>
            void act(api.beginTotp(), t('account.totpScan')).then((ended) => {
              if (ended.ok) setKey({ secret: String(ended.value['secret']), address: String(ended.value['address']) });
            })
          }
        >
          {t('account.totpBegin')}
        </button>
      </p>
    );
  return (
    <form
      class="account-part"
      onSubmit={(event) => {
        event.preventDefault();
        const code = String(new FormData(event.currentTarget).get('code') ?? '');
        void act(api.prove(code), t('account.totpDone')).then(({ ok }) => ok && setKey(undefined));
      }}
    >
      <p>
        <code class="totp-key">{key.secret.replace(/.{4}/g, '$& ').trim()}</code>{' '}
        <a href={key.address}>{t('account.totpOpen')}</a>
      </p>
      <label>
        {t('account.totpCode')}
        <input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={8} />
      </label>
      <button type="submit" class="button">
        {t('account.totpGo')}
      </button>
    </form>
  );
}
