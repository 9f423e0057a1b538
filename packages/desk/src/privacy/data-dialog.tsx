import type { Conversation } from '@xiaoer/core/desk';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { nameOf } from '../parts/names.ts';

/** What is kept of a shopper: saved as a file, or erased for good. For admins. */
export function DataDialog({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const { privacy } = desk;
  const [sure, setSure] = useState(false);
  const [wrong, setWrong] = useState(false);
  const [state, setState] = useState<'asking' | 'busy' | 'done' | 'going' | 'prove' | 'failed'>('asking');
  // Once erased there is no name to say any more.
  const shopper =
    desk.row.value?.shopper ?? conversation.messages.value.find(({ from }) => from.role === 'shopper')?.from;
  const [name] = useState(shopper ? nameOf(shopper, t) : '');
  useEffect(() => {
    // Who has a second factor shows it before anything of this may be done.
    void desk.account.account().then((account) => account && !account.proved && setState('prove'));
  }, [desk.account]);
  const done = () => {
    desk.dataOpen.value = false;
  };
  const href = (ending: 'html' | 'json') => privacy.exportHref(conversation.id, ending, desk.locale.value);
  const erase = async () => {
    setState('busy');
    setState(await privacy.erase(conversation.id));
  };
  if (state === 'prove')
    return (
      <Dialog title={t('data.title', { name })} onClose={done}>
        <form
          class="account-part"
          onSubmit={(event) => {
            event.preventDefault();
            const code = String(new FormData(event.currentTarget).get('code') ?? '');
            void desk.account.prove(code).then((ended) => {
              setWrong(!ended.ok);
              if (ended.ok) setState('asking');
            });
          }}
        >
          <label>
            {t('account.proveText')}
            <input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={8} />
          </label>
          {wrong && <p role="alert">{t('account.wrong')}</p>}
          <div class="dialog-foot">
            <button type="button" class="button" onClick={done}>
              {t('data.cancel')}
            </button>
            <button type="submit" class="button main">
              {t('account.proveGo')}
            </button>
          </div>
        </form>
      </Dialog>
    );
  if (state === 'done' || state === 'going')
    return (
      <Dialog title={t('data.erasedTitle')} onClose={done}>
        <p role="status">{t(state === 'done' ? 'data.erased' : 'data.going')}</p>
        <div class="dialog-foot">
          <button type="button" class="button main" onClick={done}>
            {t('data.close')}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('data.title', { name })} onClose={done}>
      <p>{t('data.text')}</p>
      <p class="data-links">
        <a class="button" href={href('html')} download>
          {t('data.page')}
        </a>
        <a class="button" href={href('json')} download>
          {t('data.json')}
        </a>
      </p>
      <form
        class="data-erase"
        onSubmit={(event) => {
          event.preventDefault();
          if (sure && state !== 'busy') void erase();
        }}
      >
        <h3>{t('data.eraseTitle')}</h3>
        <p>{t('data.eraseText')}</p>
        <label class="data-sure">
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
          {t('data.sure')}
        </label>
        {state === 'failed' && <p role="alert">{t('data.failed')}</p>}
        <div class="dialog-foot">
          <button type="button" class="button" onClick={done}>
            {t('data.cancel')}
          </button>
          <button type="submit" class="button danger" aria-disabled={!sure || state === 'busy'}>
            {t(state === 'busy' ? 'data.erasing' : 'data.erase')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
