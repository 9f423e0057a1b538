import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { languageName } from '../../parts/names.ts';
import { fillIn } from '../../replies/fill-in.ts';
import { LocalizedField } from '../answers/localized-field.tsx';
import { MistakeLine } from '../settings/mistake-line.tsx';
import { OwnValue } from '../settings/own-value.tsx';
import type { ReplySetting } from '../settings/setting.ts';
import type { Steering } from '../settings/steering.ts';
import { textIn } from '../teaching/knowledge-answer.ts';

const MOST = { title: 80, text: 4_000 };
const VARIABLES = ['shopper', 'agent', 'shop', 'order', 'product'] as const;

/** One saved reply, and how it reads with everything filled in. */
export function ReplyForm({ steering, place }: { readonly steering: Steering; readonly place: string }) {
  const { desk, t } = useDesk();
  const { locales = [], name = '' } = steering.overview.value?.shop ?? {};
  const reply = steering.value(place) as ReplySetting;
  const [lang, setLang] = useState(locales[0] ?? 'en');
  const put = (more: Partial<ReplySetting>) => steering.put(place, { ...reply, ...more });
  const insert = (variable: string) => {
    const field = document.querySelector<HTMLTextAreaElement>(`#reply-text, [id="reply-text"]`);
    const { text } = reply;
    const before = textIn(text, lang);
    const next = `${before}{${variable}}`;
    put({ text: typeof text === 'string' ? next : { ...text, [lang]: next } });
    field?.focus();
  };
  const sample = {
    shopper: t('replies.sample.shopper'),
    agent: desk.client.principal.value?.name ?? t('replies.sample.agent'),
    shop: textIn(name, lang),
    order: 'YL20261122',
    product: t('replies.sample.product'),
  };
  return (
    <section class="reply-form" aria-labelledby="reply-form-title">
      <h2 id="reply-form-title" dir="auto">
        {textIn(reply.title, desk.locale.value) || t('replies.unnamed')}
      </h2>
      <LocalizedField
        id="reply-title"
        label={t('replies.name')}
        value={reply.title}
        locales={locales}
        most={MOST.title}
        onChange={(title) => put({ title })}
      />
      <MistakeLine steering={steering} place={place} at="title" />
      <LocalizedField
        id="reply-text"
        label={t('replies.text')}
        value={reply.text}
        locales={locales}
        most={MOST.text}
        rows={4}
        onChange={(text) => put({ text })}
      />
      <MistakeLine steering={steering} place={place} at="text" />
      <p class="variables">
        <span>{t('replies.insert')}</span>
        {VARIABLES.map((variable) => (
          <button key={variable} type="button" class="link" onClick={() => insert(variable)}>
            {`{${variable}}`}
          </button>
        ))}
      </p>
      <div class="shop-part preview">
        <h2 id="reply-preview">{t('replies.preview')}</h2>
        {locales.length > 1 && (
          <label class="shop-field narrow">
            <span>{t('words.preview.language')}</span>
            <select value={lang} onChange={(event) => setLang(event.currentTarget.value)}>
              {locales.map((one) => (
                <option key={one} value={one}>
                  {languageName(one, desk.locale.value)}
                </option>
              ))}
            </select>
          </label>
        )}
        <p class="reply-preview" lang={lang} dir="auto">
          {fillIn(textIn(reply.text, lang), sample) || '…'}
        </p>
      </div>
      <OwnValue steering={steering} place={place} />
      <button
        type="button"
        class="button"
        onClick={() => {
          steering.put(place, undefined);
          desk.merchant.item.value = undefined;
        }}
      >
        {t('replies.remove')}
      </button>
    </section>
  );
}
