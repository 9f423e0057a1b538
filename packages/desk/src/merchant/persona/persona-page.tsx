import { isSafeUrl } from '@xiaoer/core/protocol';
import { useDesk } from '../../desk-context.ts';
import { Mark } from '../../parts/icon.tsx';
import { LocalizedField } from '../answers/localized-field.tsx';
import { MistakeLine } from '../settings/mistake-line.tsx';
import { OwnValue } from '../settings/own-value.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { useSteering } from '../settings/use-steering.ts';
import { YesNoField } from '../settings/yes-no-field.tsx';
import { type Localized, textIn } from '../teaching/knowledge-answer.ts';

const TONES = ['formal', 'warm', 'playful'] as const;
const MOST_NAME = 80;

/** A name without the languages that nobody has written; undefined for none. */
function named(value: Localized): Localized | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  const written = Object.entries(value).filter(([, text]) => text !== '');
  return written.length > 0 ? Object.fromEntries(written) : undefined;
}

/** Who speaks for the shop, and how. */
export function PersonaPage() {
  const { desk, t } = useDesk();
  const steering = useSteering();
  const locale = desk.locale.value;
  const locales = steering.overview.value?.shop.locales ?? [];
  const name = (steering.value('persona/name') ?? (locales.length > 1 ? {} : '')) as Localized;
  const avatar = String(steering.value('persona/avatar') ?? '');
  const tone = String(steering.value('persona/tone') ?? '');
  return (
    <SettingsPage steering={steering} title="persona.title" about="persona.about">
      <section class="shop-part preview" aria-labelledby="persona-preview">
        <h2 id="persona-preview">{t('persona.preview')}</h2>
        <p class="persona-head">
          {isSafeUrl(avatar) ? <img src={avatar} alt="" width={40} height={40} /> : <Mark />}
          <b dir="auto">{textIn(name, locale) || t('words.preview.name')}</b>
        </p>
      </section>
      <section class="shop-part" aria-labelledby="persona-who">
        <h2 id="persona-who">{t('persona.who')}</h2>
        <LocalizedField
          id="persona-name"
          label={t('setting.place.persona/name')}
          value={name}
          locales={locales}
          most={MOST_NAME}
          onChange={(next) => steering.put('persona/name', named(next))}
        />
        <MistakeLine steering={steering} place="persona/name" />
        <OwnValue steering={steering} place="persona/name" />
        <label class="shop-field">
          <span>{t('setting.place.persona/avatar')}</span>
          <input
            type="text"
            inputMode="url"
            placeholder="https://"
            value={avatar}
            onInput={(event) => steering.put('persona/avatar', event.currentTarget.value.trim() || undefined)}
          />
        </label>
        <MistakeLine steering={steering} place="persona/avatar" />
        <OwnValue steering={steering} place="persona/avatar" />
      </section>
      <section class="shop-part" aria-labelledby="persona-how">
        <h2 id="persona-how">{t('persona.how')}</h2>
        <fieldset class="tones">
          <legend>{t('setting.place.persona/tone')}</legend>
          {TONES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="tone"
                checked={tone === one || (tone === '' && one === 'warm')}
                onChange={() => steering.put('persona/tone', one)}
              />
              <span>
                <b>{t(`persona.tone.${one}`)}</b> {t(`persona.tone.${one}.about`)}
              </span>
            </label>
          ))}
        </fieldset>
        <OwnValue steering={steering} place="persona/tone" />
        <div class="setting-grid">
          <YesNoField
            steering={steering}
            place="persona/emoji"
            label={t('setting.place.persona/emoji')}
            open={t('persona.unsaid')}
          />
          <YesNoField
            steering={steering}
            place="persona/stickers"
            label={t('setting.place.persona/stickers')}
            open={t('persona.unsaid')}
          />
        </div>
        <p class="shop-hint">{t('persona.upset')}</p>
      </section>
    </SettingsPage>
  );
}
