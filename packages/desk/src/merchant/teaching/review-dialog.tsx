import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Change } from './change.ts';
import { changeWords } from './change-words.ts';
import { changesOfAnswer, isWhole } from './draft.ts';
import type { Effect } from './effect.ts';
import { EffectView } from './effect-view.tsx';
import type { Asked } from './learning-api.ts';
import { refusalWords } from './refusal-words.ts';
import type { Teaching } from './teaching.ts';

/** Characters of a note that the server takes. */
const MOST_NOTE = 300;

/** What is not saved, in words; each part can be taken back. */
function Unsaved({ teaching }: { readonly teaching: Teaching }) {
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const telling = { t, locale, titleOf: (id: string) => teaching.titleOf(id, locale) };
  const { answers, sentences } = teaching.draft.value;
  const part = (key: string, changes: readonly Change[], takeBack: () => void) => (
    <li key={key}>
      <div>
        {changes.map((change) => (
          <p key={JSON.stringify(change)} dir="auto">
            {changeWords(change, telling)}
          </p>
        ))}
      </div>
      <button type="button" class="link" onClick={takeBack}>
        {t('teach.takeBack')}
      </button>
    </li>
  );
  return (
    <ul class="unsaved">
      {Object.entries(answers).flatMap(([id, one]) => {
        const changes = changesOfAnswer(one);
        return changes.length > 0 ? [part(id, changes, () => teaching.takeBack(id))] : [];
      })}
      {sentences && part('sentences', [{ do: 'thresholds', sentences }], () => teaching.setSentences(undefined))}
    </ul>
  );
}

/** What the changes do, shown before they are saved with a note. */
export function ReviewDialog({ teaching }: { readonly teaching: Teaching }) {
  const { desk, t } = useDesk();
  const locale = desk.locale.value;
  const [looked, setLooked] = useState<{ readonly base: number; readonly effect: Asked<Effect> }>();
  const [trouble, setTrouble] = useState<string>();
  const [saving, setSaving] = useState(false);
  const changes = teaching.changes.value;
  const base = teaching.overview.value?.base ?? 0;
  const unwritten = Object.values(teaching.draft.value.answers).filter(({ to }) => to && !isWhole(to));
  const what = JSON.stringify(changes);
  const note = teaching.note.value;
  const done = () => {
    teaching.reviewing.value = false;
  };
  // The effect is that of these changes, over what is known as of this event.
  useEffect(() => {
    setLooked(undefined);
    if (changes.length === 0) return done();
    if (unwritten.length > 0) return;
    let gone = false;
    void teaching.api.preview(changes).then((effect) => !gone && setLooked({ base, effect }));
    return () => {
      gone = true;
    };
  }, [teaching, what, base]);
  const effect = looked?.effect.ok ? looked.effect.value : undefined;
  const ready = effect !== undefined && !effect.refused && note.trim() !== '' && !saving;
  const save = async () => {
    if (!ready || !looked) return;
    setSaving(true);
    setTrouble(undefined);
    const refusal = await teaching.save(note.trim(), looked.base);
    setSaving(false);
    if (!refusal) return done();
    setTrouble(refusalWords(refusal, t, locale));
    if (refusal.effect) setLooked({ base: looked.base, effect: { ok: true, value: refusal.effect } });
    // The effect is looked at again with what was saved meanwhile.
    if (refusal.code === 'stale') await teaching.load();
  };
  return (
    <Dialog wide title={t('teach.review')} onClose={done}>
      <Unsaved teaching={teaching} />
      <div aria-live="polite">
        {unwritten.length > 0 && <p class="shop-warn">{t('teach.unwritten', { n: unwritten.length })}</p>}
        {unwritten.length === 0 && !looked && <p class="nothing">{t('effect.asking')}</p>}
        {looked && !looked.effect.ok && <p class="shop-warn">{refusalWords(looked.effect.refusal, t, locale)}</p>}
      </div>
      {effect && <EffectView effect={effect} teaching={teaching} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="shop-field">
          <span>{t('teach.note')}</span>
          <input
            type="text"
            autofocus
            maxLength={MOST_NOTE}
            dir="auto"
            value={note}
            onInput={(event) => {
              teaching.note.value = event.currentTarget.value;
            }}
          />
        </label>
        {trouble && (
          <p class="shop-warn" role="alert">
            {trouble}
          </p>
        )}
        <div class="dialog-foot">
          <button type="button" class="button" onClick={done}>
            {t('teach.later')}
          </button>
          <button type="submit" class="button main" aria-disabled={!ready}>
            {t(saving ? 'teach.saving' : 'teach.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
