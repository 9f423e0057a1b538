import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { isDeskKey } from '../../locales/translate.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { placeName, settingSentence } from './setting-words.ts';
import type { Steering } from './steering.ts';

/** Characters of a note that the server takes. */
const MOST_NOTE = 300;

/** What is changed, in words, before it is saved with a note. */
export function SaveDialog({ steering }: { readonly steering: Steering }) {
  const { desk, t } = useDesk();
  const [saving, setSaving] = useState(false);
  const words = { t, locale: desk.locale.value };
  const changes = steering.changes.value;
  const mistakes = steering.mistakes.value;
  const refusal = steering.refusal.value;
  const now = steering.overview.value?.now ?? {};
  const ready = changes.length > 0 && mistakes.length === 0 && !saving;
  const done = () => {
    steering.reviewing.value = false;
  };
  const save = async () => {
    if (!ready) return;
    setSaving(true);
    const fine = await steering.save();
    setSaving(false);
    if (fine) done();
  };
  const refused = `setting.refused.${refusal?.code}`;
  return (
    <Dialog wide title={t('setting.review')} onClose={done}>
      <ul class="unsaved">
        {changes.map(({ place }) => (
          <li key={place}>
            <div>
              <p dir="auto">{settingSentence(place, now[place], steering.value(place), words)}</p>
              {mistakes
                .filter((one) => one.place === place)
                .slice(0, 1)
                .map((one) => (
                  <p key={one.key} class="shop-wrong">
                    {t(one.key, { name: one.name ?? '' })}
                  </p>
                ))}
            </div>
            <button type="button" class="link" onClick={() => steering.takeBack(place)}>
              {t('setting.takeBack')}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="shop-field">
          <span>{t('setting.note')}</span>
          <input
            type="text"
            maxLength={MOST_NOTE}
            dir="auto"
            value={steering.note.value}
            onInput={(event) => {
              steering.note.value = event.currentTarget.value;
            }}
          />
        </label>
        {refusal && (
          <div role="alert">
            <p class="shop-warn">
              {refusal.by
                ? t('setting.refused.by', { name: refusal.by.by.name ?? refusal.by.by.id, n: refusal.by.version })
                : t(isDeskKey(refused) ? refused : 'setting.refused.failed')}
            </p>
            {refusal.mistakes?.map((one) => (
              <p key={one.at} class="shop-wrong">
                {one.place ? `${placeName(one.place, steering.value(one.place), words)}: ` : ''}
                {t('setting.told', { message: one.message })}
              </p>
            ))}
          </div>
        )}
        <div class="dialog-foot">
          <button type="button" class="button" onClick={done}>
            {t('setting.later')}
          </button>
          <button type="submit" class="button main" aria-disabled={!ready}>
            {t(saving ? 'setting.saving' : 'setting.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
