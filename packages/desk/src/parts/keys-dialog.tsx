import { useDesk } from '../desk-context.ts';
import { COMPOSER_KEYS, KEY_MAP } from '../keys.ts';
import { Dialog } from './dialog.tsx';
import { KeyCap } from './key-cap.tsx';

/** Every key. */
export function KeysDialog() {
  const { desk, t } = useDesk();
  const done = () => {
    desk.helpOpen.value = false;
  };
  return (
    <Dialog title={t('keys.title')} onClose={done}>
      <p>{t('keys.text')}</p>
      <dl class="keys">
        {[...KEY_MAP, ...COMPOSER_KEYS].map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys
                .filter((key) => key !== '？')
                .map((key) => (
                  <KeyCap key={key} raw={key} />
                ))}
              <span class="sr">{keys.join(', ')}</span>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-foot">
        <button type="button" class="button main" onClick={done}>
          {t('keys.close')}
        </button>
      </div>
    </Dialog>
  );
}
