import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Ended } from './post.ts';

/** A wish that waits for a code of the second factor. */
interface Waiting {
  readonly wish: () => Promise<Ended>;
  readonly settle: (ended: Ended) => void;
}

/**
 * Carries out wishes for which the server may ask for a code of the authenticator app first: then the code is asked for, and
 * the wish is sent again. `asking` is what stands on the page meanwhile.
 */
export function useProved() {
  const { desk, t } = useDesk();
  const [waiting, setWaiting] = useState<Waiting>();
  const [said, setSaid] = useState('');

  const act = async (wish: () => Promise<Ended>): Promise<Ended> => {
    const ended = await wish();
    if (ended.ok || ended.code !== 'prove') return ended;
    return new Promise((settle) => setWaiting({ wish, settle }));
  };
  const give = async (code: string) => {
    const ended = await desk.account.prove(code);
    if (!waiting) return;
    if (!ended.ok) {
      setSaid(
        ended.code === 'wait'
          ? t('signIn.wait', { n: Math.ceil((ended.waitMs ?? 0) / 1_000) })
          : t(ended.code === 'wrong' ? 'account.wrong' : 'signIn.failed'),
      );
      return;
    }
    setSaid('');
    setWaiting(undefined);
    waiting.settle(await waiting.wish());
  };
  const asking = waiting && (
    <form
      class="prove-first"
      onSubmit={(event) => {
        event.preventDefault();
        void give(String(new FormData(event.currentTarget).get('code') ?? ''));
      }}
    >
      <p role="status">{said === '' ? t('account.prove') : said}</p>
      <label>
        {t('account.proveText')}
        {/* biome-ignore lint/a11y/noAutofocus: the field comes as the answer to a press, and is what is asked for. */}
        <input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={8} autoFocus />
      </label>
      <button type="submit" class="button main">
        {t('account.proveGo')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          setWaiting(undefined);
          setSaid('');
          waiting.settle({ ok: false, code: 'prove', value: {} });
        }}
      >
        {t('people.no')}
      </button>
    </form>
  );
  return { act, asking };
}
