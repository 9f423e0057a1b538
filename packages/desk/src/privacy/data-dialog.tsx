import type { Conversation } from '@xiaoer/core/desk';
import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { nameOf } from '../parts/names.ts';

/** What is kept of a shopper: saved as a file, or erased for good. For admins. */
export function DataDialog({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const { privacy } = desk;
  const [sure, setSure] = useState(false);
  const [state, setState] = useState<'asking' | 'busy' | 'done' | 'going' | 'failed'>('asking');
  // Once erased there is no name to say any more.
  const shopper =
    desk.row.value?.shopper ?? conversation.messages.value.find(({ from }) => from.role === 'shopper')?.from;
  const [name] = useState(shopper ? nameOf(shopper, t) : '');
  const done = () => {
    desk.dataOpen.value = false;
  };
  const href = (ending: 'html' | 'json') => privacy.exportHref(conversation.id, ending, desk.locale.value);
  const erase = async () => {
    setState('busy');
    setState(await privacy.erase(conversation.id));
  };
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
