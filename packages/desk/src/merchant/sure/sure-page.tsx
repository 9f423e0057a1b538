import { useCallback, useEffect, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { Command } from '../../keys.ts';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import type { Sentences } from '../teaching/change.ts';
import { DraftBar } from '../teaching/draft-bar.tsx';
import type { Effect } from '../teaching/effect.ts';
import { EffectView } from '../teaching/effect-view.tsx';
import type { Asked } from '../teaching/learning-api.ts';
import { refusalWords } from '../teaching/refusal-words.ts';
import type { Teaching } from '../teaching/teaching.ts';
import { useTeaching } from '../teaching/use-teaching.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { AutomaticSwitch } from './automatic-switch.tsx';
import { SentenceField } from './sentence-field.tsx';

/** What the shipped bands stand for, and between which shares the server takes others: docs/learning.md. */
const SHIPPED: Sentences = { wrong: 0.1, sent: 0.15 };
const BOUNDS = { wrong: [0.005, 0.4], sent: [0.01, 0.9] } as const;

/** Moving goes on so long, in milliseconds, before the effect is asked for. */
const REST_MS = 500;

/** What other sentences do, asked for once they rest. */
function SentencesEffect({ teaching, sentences }: { readonly teaching: Teaching; readonly sentences: Sentences }) {
  const { desk, t } = useDesk();
  const [effect, setEffect] = useState<Asked<Effect>>();
  const { wrong, sent } = sentences;
  useEffect(() => {
    let gone = false;
    setEffect(undefined);
    const timer = setTimeout(() => {
      void teaching.api
        .preview([{ do: 'thresholds', sentences: { wrong, sent } }])
        .then((found) => !gone && setEffect(found));
    }, REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [teaching, wrong, sent]);
  return (
    <section class="shop-part" aria-labelledby="sure-effect" aria-live="polite">
      <h2 id="sure-effect">{t('effect.title')}</h2>
      {!effect && <p class="nothing">{t('effect.asking')}</p>}
      {effect &&
        (effect.ok ? (
          <EffectView effect={effect.value} teaching={teaching} />
        ) : (
          <p class="shop-warn">{refusalWords(effect.refusal, t, desk.locale.value)}</p>
        ))}
    </section>
  );
}

/** How sure the assistant must be, in two sentences, and whether it learns without being asked. */
export function SurePage() {
  const { desk, t } = useDesk();
  const teaching = useTeaching();
  const overview = teaching.overview.value;
  const saved = overview?.sentences ?? SHIPPED;
  const sentences = teaching.draft.value.sentences ?? saved;
  const set = (more: Partial<Sentences>) => {
    const next = { ...sentences, ...more };
    teaching.setSentences(next.wrong === saved.wrong && next.sent === saved.sent ? undefined : next);
  };
  const keys = useCallback(
    (command: Command): boolean => {
      if (command !== 'save') return false;
      teaching.reviewing.value = teaching.changes.peek().length > 0;
      return true;
    },
    [teaching],
  );
  usePageKeys(keys);
  const two = (n: number) =>
    n.toLocaleString(desk.locale.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Page title="sure.title" about="sure.about" busy={teaching.state.value === 'loading'}>
      <Fetched state={teaching.state.value} again={() => void teaching.load()}>
        <div class="shop-body sure">
          <section class="shop-part" aria-label={t('sure.sentences')}>
            {(['wrong', 'sent'] as const).map((name) => (
              <SentenceField
                key={name}
                id={`sure-${name}`}
                before={t(`sure.${name}.before`)}
                after={t(`sure.${name}.after`)}
                value={sentences[name]}
                least={BOUNDS[name][0]}
                most={BOUNDS[name][1]}
                onChange={(value) => set({ [name]: value })}
              />
            ))}
            <p class="shop-hint">
              {overview?.bands
                ? t('sure.bands', { answer: two(overview.bands.answer), chips: two(overview.bands.chips) })
                : t('sure.shipped')}
            </p>
            {(sentences.wrong !== SHIPPED.wrong || sentences.sent !== SHIPPED.sent) && (
              <button type="button" class="link" onClick={() => set(SHIPPED)}>
                {t('sure.asShipped')}
              </button>
            )}
          </section>
          {teaching.draft.value.sentences && (
            <SentencesEffect teaching={teaching} sentences={teaching.draft.value.sentences} />
          )}
          <AutomaticSwitch teaching={teaching} />
        </div>
      </Fetched>
      <DraftBar teaching={teaching} />
    </Page>
  );
}
