import { useDesk } from '../../desk-context.ts';
import { LocalizedField } from '../answers/localized-field.tsx';
import { MistakeLine } from '../settings/mistake-line.tsx';
import { OwnValue } from '../settings/own-value.tsx';
import type { GreetingRule, QuestionsRule } from '../settings/setting.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import type { Steering } from '../settings/steering.ts';
import { useSteering } from '../settings/use-steering.ts';
import { PagePreview } from './page-preview.tsx';
import { PagesField } from './pages-field.tsx';
import { QuestionsFields } from './questions-fields.tsx';
import { moved, RuleFrame } from './rule-frame.tsx';

const MOST_TEXT = 300;
/** The line that pages need once, so that greetings come from here. */
const LINE = 'data-greeting="desk"';

/** A number that may be left out; what is typed wrong stays for the server's table to name. */
const typedNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

function Greetings({ steering }: { readonly steering: Steering }) {
  const { t } = useDesk();
  const { locales = [] } = steering.overview.value?.shop ?? {};
  const rules = (steering.value('greetings') ?? []) as readonly GreetingRule[];
  const put = (next: readonly GreetingRule[]) => steering.put('greetings', next.length > 0 ? next : undefined);
  const isWrong = (at: string) => steering.mistakes.value.some((one) => one.place === 'greetings' && one.at === at);
  return (
    <section class="shop-part" aria-labelledby="words-greetings">
      <h2 id="words-greetings">{t('words.greetings')}</h2>
      <p class="shop-hint">
        {t('words.greetings.about')} <code>{LINE}</code>
      </p>
      <ol class="rules">
        {rules.map((rule, n) => {
          const set = (more: Partial<GreetingRule>) => {
            const next = Object.entries({ ...rule, ...more }).filter(([, value]) => value !== undefined);
            put(rules.map((one, m) => (m === n ? (Object.fromEntries(next) as unknown as GreetingRule) : one)));
          };
          return (
            <RuleFrame
              key={n}
              title={t('words.greeting', { n: n + 1 })}
              at={n}
              count={rules.length}
              onMove={(by) => put(moved(rules, n, by))}
              onRemove={() => put(rules.filter((_, m) => m !== n))}
            >
              <LocalizedField
                id={`greeting-${n}`}
                label={t('words.text')}
                value={rule.text}
                locales={locales}
                most={MOST_TEXT}
                rows={2}
                onChange={(text) => set({ text })}
              />
              <MistakeLine steering={steering} place="greetings" at={`${n}.text`} />
              <PagesField
                id={`greeting-${n}-pages`}
                value={rule.pages}
                wrong={isWrong(`${n}.pages`)}
                onChange={(pages) => set({ pages })}
              />
              <MistakeLine steering={steering} place="greetings" at={`${n}.pages`} />
              <div class="rule-numbers">
                {(['after', 'every'] as const).map((field) => (
                  <label key={field} class="shop-field narrow">
                    <span>{t(`words.${field}`)}</span>
                    <input
                      type="number"
                      min={0}
                      max={field === 'after' ? 3_600 : 365}
                      placeholder={field === 'after' ? '8' : '7'}
                      aria-invalid={isWrong(`${n}.${field}`) || undefined}
                      value={rule[field] ?? ''}
                      onInput={(event) => set({ [field]: typedNumber(event.currentTarget.value) })}
                    />
                    <MistakeLine steering={steering} place="greetings" at={`${n}.${field}`} />
                  </label>
                ))}
              </div>
              <QuestionsFields
                steering={steering}
                place="greetings"
                at={`${n}.questions`}
                value={rule.questions ?? []}
                most={2}
                onChange={(questions) => set({ questions: questions.length > 0 ? questions : undefined })}
              />
            </RuleFrame>
          );
        })}
      </ol>
      <button type="button" class="button" onClick={() => put([...rules, { text: locales.length > 1 ? {} : '' }])}>
        {t('words.addGreeting')}
      </button>
      <OwnValue steering={steering} place="greetings" />
    </section>
  );
}

function Questions({ steering }: { readonly steering: Steering }) {
  const { t } = useDesk();
  const { locales = [] } = steering.overview.value?.shop ?? {};
  const rules = (steering.value('questions') ?? []) as readonly QuestionsRule[];
  const put = (next: readonly QuestionsRule[]) => steering.put('questions', next.length > 0 ? next : undefined);
  return (
    <section class="shop-part" aria-labelledby="words-questions">
      <h2 id="words-questions">{t('words.questions')}</h2>
      <p class="shop-hint">{t('words.questions.about')}</p>
      <ol class="rules">
        {rules.map((rule, n) => {
          const set = ({ pages, questions }: QuestionsRule) =>
            put(rules.map((one, m) => (m === n ? { ...(pages ? { pages } : {}), questions } : one)));
          return (
            <RuleFrame
              key={n}
              title={t('words.row', { n: n + 1 })}
              at={n}
              count={rules.length}
              onMove={(by) => put(moved(rules, n, by))}
              onRemove={() => put(rules.filter((_, m) => m !== n))}
            >
              <PagesField
                id={`questions-${n}-pages`}
                value={rule.pages}
                wrong={steering.mistakes.value.some((one) => one.place === 'questions' && one.at === `${n}.pages`)}
                onChange={(pages) => set({ ...rule, pages })}
              />
              <MistakeLine steering={steering} place="questions" at={`${n}.pages`} />
              <QuestionsFields
                steering={steering}
                place="questions"
                at={`${n}.questions`}
                value={rule.questions}
                most={4}
                onChange={(questions) => set({ ...rule, questions })}
              />
            </RuleFrame>
          );
        })}
      </ol>
      <button
        type="button"
        class="button"
        onClick={() => put([...rules, { questions: [locales.length > 1 ? {} : ''] }])}
      >
        {t('words.addRow')}
      </button>
      <OwnValue steering={steering} place="questions" />
    </section>
  );
}

/** What the widget says on the shop's pages before anybody asks. */
export function WordsPage() {
  const steering = useSteering();
  return (
    <SettingsPage steering={steering} title="words.title" about="words.about">
      <PagePreview steering={steering} />
      <Greetings steering={steering} />
      <Questions steering={steering} />
    </SettingsPage>
  );
}
