import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { isDeskKey } from '../../locales/translate.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { SettingsVersion } from './setting.ts';
import { settingSentence } from './setting-words.ts';
import { SettingsPage } from './settings-page.tsx';
import type { Steering } from './steering.ts';
import { useSteering } from './use-steering.ts';

/** What a change makes of a place; the files' own value where it gives the place back to them. */
const toOf = (steering: Steering, change: SettingsVersion['changes'][number]): unknown =>
  change.do === 'set' ? change.to : change.do === 'clear' ? undefined : steering.overview.value?.files[change.place];

/** What taking a version back would change, and whether to do it. */
function UndoDialog(props: {
  readonly steering: Steering;
  readonly version: SettingsVersion;
  readonly onClose: () => void;
}) {
  const { steering, version, onClose } = props;
  const { desk, t } = useDesk();
  const [code, setCode] = useState<string>();
  const words = { t, locale: desk.locale.value };
  const refused = `setting.refused.${code}`;
  return (
    <Dialog wide title={t('setversions.undo.title', { n: version.version })} onClose={onClose}>
      {version.back && version.back.length > 0 ? (
        <ul class="unsaved">
          {version.back.map(({ place, value }) => (
            <li key={place}>
              <p dir="auto">{settingSentence(place, steering.overview.value?.now[place], value, words)}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('setversions.undo.nothing')}</p>
      )}
      {code && (
        <p class="shop-warn" role="alert">
          {t(isDeskKey(refused) ? refused : 'setting.refused.failed')}
        </p>
      )}
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {t('setversions.undo.no')}
        </button>
        <button
          type="button"
          class="button main"
          onClick={() =>
            void steering.undo(version.version).then((refusal) => (refusal ? setCode(refusal.code) : onClose()))
          }
        >
          {t('setversions.undo.yes')}
        </button>
      </div>
    </Dialog>
  );
}

/** Who set what, when and why, newest first; any of it can be taken back. */
export function SetVersionsPage() {
  const { desk, t } = useDesk();
  const steering = useSteering();
  const [asking, setAsking] = useState<SettingsVersion>();
  const saved = steering.saved.value;
  useEffect(() => void steering.loadVersions(), [steering, saved]);
  const locale = desk.locale.value;
  const words = { t, locale };
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const versions = [...(steering.versions.value ?? [])].reverse();
  return (
    <SettingsPage steering={steering} title="setversions.title" about="setversions.about">
      {steering.versions.value !== undefined && versions.length === 0 && <p class="nothing">{t('setversions.none')}</p>}
      <ol class="set-versions">
        {versions.map((version) => (
          <li key={version.version} class={version.undone ? 'undone' : undefined}>
            <h2>
              {t('setversions.version', { n: version.version })}{' '}
              <small>
                {version.by.name ?? version.by.id}, {when.format(version.at)}
              </small>
            </h2>
            {version.note && <p dir="auto">{version.note}</p>}
            <ul>
              {version.changes.map((change) => (
                <li key={change.place} dir="auto">
                  {settingSentence(
                    change.place,
                    version.was.find(({ place }) => place === change.place)?.value,
                    toOf(steering, change),
                    words,
                  )}
                </li>
              ))}
            </ul>
            {version.undone ? (
              <p class="shop-hint">
                {t('setversions.undone', {
                  name: version.undone.by.name ?? version.undone.by.id,
                  when: when.format(version.undone.at),
                })}
              </p>
            ) : (
              <button
                type="button"
                class="button"
                aria-label={`${t('setversions.undo')}, ${t('setversions.version', { n: version.version })}`}
                onClick={() => setAsking(version)}
              >
                {t('setversions.undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {asking && <UndoDialog steering={steering} version={asking} onClose={() => setAsking(undefined)} />}
    </SettingsPage>
  );
}
