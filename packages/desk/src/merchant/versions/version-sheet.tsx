import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { useFigures } from '../../numbers/use-figures.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
import { changeWords, newWords } from '../teaching/change-words.ts';
import { FiguresTable } from '../teaching/effect-view.tsx';
import { refusalWords } from '../teaching/refusal-words.ts';
import type { Teaching } from '../teaching/teaching.ts';
import type { Author, Version } from '../teaching/version.ts';
import type { VersionsDesk } from './versions-desk.ts';

/** Who did it, as people say it. */
export function useAuthor(): (by: Author) => string {
  const { t } = useDesk();
  return ({ id, name }) => name ?? (id === 'house' ? t('versions.house') : id);
}

/** The question whether a version is taken back. */
function UndoDialog(props: {
  readonly version: Version;
  readonly versions: VersionsDesk;
  readonly teaching: Teaching;
}) {
  const { version, versions, teaching } = props;
  const { desk, t } = useDesk();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [id] = useState(teaching.newId);
  const stay = () => {
    versions.undoing.value = false;
  };
  const undo = async () => {
    if (busy) return;
    setBusy(true);
    const refusal = await versions.undo(id, version.version);
    setBusy(false);
    if (refusal) return setTrouble(refusalWords(refusal, t, desk.locale.value));
    stay();
    await teaching.load();
  };
  return (
    <Dialog title={t('versions.undo.title', { n: version.version })} onClose={stay}>
      <p>{t('versions.undo.text')}</p>
      {trouble && (
        <p class="shop-warn" role="alert">
          {trouble}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={stay}>
          {t('versions.undo.no')}
        </button>
        <button type="button" class="button main" aria-disabled={busy} onClick={() => void undo()}>
          {t('versions.undo.yes')}
        </button>
      </div>
    </Dialog>
  );
}

/** One version: who, when, why, what it changed and what that did. */
export function VersionSheet(props: {
  readonly version: Version;
  readonly versions: VersionsDesk;
  readonly teaching: Teaching;
}) {
  const { version, versions, teaching } = props;
  const { desk, t } = useDesk();
  const figures = useFigures();
  const author = useAuthor();
  const locale = desk.locale.value;
  const telling = { t, locale, titleOf: (id: string) => versions.titleOf(id, locale) ?? teaching.titleOf(id, locale) };
  const { undone, effect } = version;
  return (
    <section class="shop-sheet" aria-labelledby="shop-sheet-title">
      <header class="shop-sheet-head">
        <h2 id="shop-sheet-title">{t('versions.version', { n: version.version })}</h2>
        {version.automatic && <span class="tag">{t('versions.automatic')}</span>}
        {undone && <span class="tag changed">{t('versions.undone')}</span>}
        <span class="spring" />
        {!undone && (
          <button
            type="button"
            class="button"
            aria-keyshortcuts="B"
            onClick={() => {
              versions.undoing.value = true;
            }}
          >
            {t('versions.undo')} <KeyCap raw="b" />
          </button>
        )}
      </header>
      <p class="shop-hint">{t('versions.by', { name: author(version.by), when: figures.moment(version.at) })}</p>
      {undone && (
        <p class="shop-hint">{t('versions.undoneBy', { name: author(undone.by), when: figures.moment(undone.at) })}</p>
      )}
      {version.note && (
        <figure class="house-reply">
          <blockquote dir="auto">{version.note}</blockquote>
          <figcaption>{t('versions.note')}</figcaption>
        </figure>
      )}
      <section class="shop-part" aria-labelledby="version-changes">
        <h2 id="version-changes">
          {t('versions.changes')} <span class="count">{version.changes.length}</span>
        </h2>
        <ul class="version-changes">
          {version.changes.map((change) => {
            const words = newWords(change, locale);
            return (
              <li key={JSON.stringify(change)}>
                <p dir="auto">{changeWords(change, telling)}</p>
                {words && (
                  <p class="shop-hint" dir="auto">
                    {words}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section class="shop-part" aria-labelledby="version-effect">
        <h2 id="version-effect">{t('effect.title')}</h2>
        {effect && effect.after.rows > 0 ? (
          <>
            <p class="shop-hint">{t('effect.tried', { n: effect.after.rows })}</p>
            <FiguresTable before={effect.before} after={effect.after} precision={effect.precision} />
            <p class="effect-counts">
              {t('effect.won', { n: effect.won })}{' '}
              {t(effect.broke === 0 ? 'effect.breaksNothing' : 'effect.broke', { n: effect.broke })}
            </p>
          </>
        ) : (
          <p class="shop-hint">{t('versions.noEffect')}</p>
        )}
      </section>
      {versions.undoing.value && <UndoDialog version={version} versions={versions} teaching={teaching} />}
    </section>
  );
}
