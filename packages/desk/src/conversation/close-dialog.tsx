import type { Conversation } from '@xiaoer/core/desk';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { nameOf } from '../parts/names.ts';

/** Asks once more, because a closed conversation stays closed. */
export function CloseDialog({ conversation }: { readonly conversation: Conversation }) {
  const { desk, t } = useDesk();
  const shopper = desk.row.value?.shopper;
  const done = () => {
    desk.closing.value = false;
  };
  return (
    <Dialog title={t('close.title')} onClose={done}>
      <p>{t('close.text', { name: shopper ? nameOf(shopper, t) : '' })}</p>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={done}>
          {t('close.no')}
        </button>
        <button
          type="button"
          class="button main"
          onClick={() => {
            done();
            void desk.actions.close(conversation);
          }}
        >
          {t('close.yes')}
        </button>
      </div>
    </Dialog>
  );
}
