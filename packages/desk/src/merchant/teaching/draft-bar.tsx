import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
import { hashOf } from '../address.ts';
import { ReviewDialog } from './review-dialog.tsx';
import type { Teaching } from './teaching.ts';

/** Below every page that teaches: what is not saved, and what was. */
export function DraftBar({ teaching }: { readonly teaching: Teaching }) {
  const { desk, t } = useDesk();
  const [asking, setAsking] = useState(false);
  const n = teaching.changes.value.length;
  const saved = teaching.saved.value;
  const stay = () => setAsking(false);
  return (
    <>
      <div class={n > 0 || saved ? 'draft-bar' : 'draft-bar away'}>
        <p role="status">
          {n > 0 && t('teach.unsaved', { n })}
          {n === 0 && saved && (
            <>
              <Icon name="check" /> {t('teach.saved', { n: saved.version })}
            </>
          )}
        </p>
        {n > 0 && (
          <>
            {desk.merchant.page.value !== 'try' && (
              <a class="link" href={hashOf({ page: 'try' })}>
                {t('trial.title')}
              </a>
            )}
            <button type="button" class="link" onClick={() => setAsking(true)}>
              {t('teach.discard')}
            </button>
            <button
              type="button"
              class="button main"
              aria-keyshortcuts="S"
              onClick={() => {
                teaching.reviewing.value = true;
              }}
            >
              {t('teach.look')} <KeyCap raw="s" />
            </button>
          </>
        )}
      </div>
      {asking && (
        <Dialog title={t('teach.discard.title', { n })} onClose={stay}>
          <p>{t('teach.discard.text')}</p>
          <div class="dialog-foot">
            <button type="button" class="button" onClick={stay}>
              {t('teach.discard.no')}
            </button>
            <button
              type="button"
              class="button main"
              onClick={() => {
                teaching.discard();
                stay();
              }}
            >
              {t('teach.discard.yes')}
            </button>
          </div>
        </Dialog>
      )}
      {teaching.reviewing.value && <ReviewDialog teaching={teaching} />}
    </>
  );
}
