import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import type { ReplySetting } from '../settings/setting.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { useSteering } from '../settings/use-steering.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import { ReplyForm } from './reply-form.tsx';

const SIGNS_OF_ID = 8;

/** What agents say often: found by words, changed one by one. */
export function RepliesPage() {
  const { desk, t } = useDesk();
  const { merchant } = desk;
  const steering = useSteering();
  const [words, setWords] = useState('');
  const locale = desk.locale.value;
  const locales = steering.overview.value?.shop.locales ?? [];
  const replyAt = (place: string) => steering.value(place) as ReplySetting;
  const all = steering.places('replies');
  const wanted = words.trim().toLowerCase();
  const shown = all.filter((place) => {
    const { title, text } = replyAt(place);
    return JSON.stringify([title, text]).toLowerCase().includes(wanted);
  });
  const chosen = all.find((place) => place === `replies/${merchant.item.value}`);
  const gone = steering.changes.value.filter((change) => change.do === 'clear' && change.place.startsWith('replies/'));
  const add = () => {
    const id = `reply-${steering.newId().slice(0, SIGNS_OF_ID)}`;
    const empty = locales.length > 1 ? {} : '';
    steering.put(`replies/${id}`, { title: empty, text: empty });
    setWords('');
    merchant.item.value = id;
    requestAnimationFrame(() => document.getElementById('reply-title')?.focus());
  };
  return (
    <SettingsPage
      steering={steering}
      title="replies.title"
      about="replies.about"
      actions={
        <button type="button" class="button" onClick={add}>
          {t('replies.new')}
        </button>
      }
    >
      <div class="reply-parts">
        <div>
          <label class="shop-field">
            <span>{t('replies.search')}</span>
            <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
          </label>
          <ul class="reply-list">
            {shown.map((place) => {
              const id = place.slice('replies/'.length);
              const { title, text } = replyAt(place);
              return (
                <li key={place}>
                  <button
                    type="button"
                    aria-pressed={place === chosen}
                    onClick={() => {
                      merchant.item.value = id;
                    }}
                  >
                    <b dir="auto">{textIn(title, locale) || t('replies.unnamed')}</b>
                    <span dir="auto">{textIn(text, locale)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
          {shown.length === 0 && <p class="nothing">{t('replies.none')}</p>}
          {gone.map(({ place }) => (
            <p key={place} class="shop-hint">
              {t('replies.gone', { id: place.slice('replies/'.length) })}{' '}
              <button type="button" class="link" onClick={() => steering.takeBack(place)}>
                {t('setting.takeBack')}
              </button>
            </p>
          ))}
        </div>
        {chosen ? (
          <ReplyForm key={chosen} steering={steering} place={chosen} />
        ) : (
          <p class="nothing">
            {t('replies.choose')} <KeyCap raw="m" />
          </p>
        )}
      </div>
    </SettingsPage>
  );
}
