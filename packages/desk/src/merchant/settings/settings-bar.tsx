import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
import { SaveDialog } from './save-dialog.tsx';
import type { Steering } from './steering.ts';

/** Below every page of the settings: what is not saved, and what was. */
export function SettingsBar({ steering }: { readonly steering: Steering }) {
  const { t } = useDesk();
  const [asking, setAsking] = useState(false);
  const n = steering.changes.value.length;
  const saved = steering.saved.value;
  const stay = () => setAsking(false);
  return (
    <>
      <div class={n > 0 || saved ? 'draft-bar' : 'draft-bar away'}>
        <p role="status">
          {n > 0 && t('setting.unsaved', { n })}
          {n === 0 && saved !== undefined && (
            <>
              <Icon name="check" /> {t('setting.saved', { n: saved })}
            </>
          )}
        </p>
        {n > 0 && (
          <>
            <button type="button" class="link" onClick={() => setAsking(true)}>
              {t('setting.discard')}
            </button>
            <button
              type="button"
              class="button main"
              aria-keyshortcuts="S"
              onClick={() => {
                steering.reviewing.value = true;
              }}
            >
              {t('setting.look')} <KeyCap raw="s" />
            </button>
          </>
        )}
      </div>
      {asking && (
        <Dialog title={t('setting.discard.title', { n })} onClose={stay}>
          <div class="dialog-foot">
            <button type="button" class="button" onClick={stay}>
              {t('setting.discard.no')}
            </button>
            <button
              type="button"
              class="button main"
              onClick={() => {
                steering.discard();
                stay();
              }}
            >
              {t('setting.discard.yes')}
            </button>
          </div>
        </Dialog>
      )}
      {steering.reviewing.value && <SaveDialog steering={steering} />}
    </>
  );
}
