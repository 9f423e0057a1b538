import type { ProductCard } from '@xiaoer/core/protocol';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { type Command, isComposing } from '../../keys.ts';
import { languageName } from '../../parts/names.ts';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import { DraftBar } from '../teaching/draft-bar.tsx';
import { refusalWords } from '../teaching/refusal-words.ts';
import { useTeaching } from '../teaching/use-teaching.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { ReplyView } from './reply-view.tsx';
import { createTrialDesk, type TrialRound } from './trial-desk.ts';

const MOST = 4_000;
/** Products that the page can be said to show. */
const MOST_PRODUCTS = 500;

/** Whether both say the same in the same kinds. */
const isSame = ({ live, draft }: TrialRound): boolean =>
  live !== undefined &&
  draft !== undefined &&
  JSON.stringify([live.lines, live.handoff]) === JSON.stringify([draft.lines, draft.handoff]);

function Round({ round }: { readonly round: TrialRound }) {
  const { desk, t } = useDesk();
  const { n, text, live, draft, refusal } = round;
  return (
    <li class="trial-round">
      <p class="trial-question" dir="auto">
        <span class="sr">{t('trial.asked')}</span>
        {text}
      </p>
      {refusal && <p class="shop-warn">{refusalWords(refusal, t, desk.locale.value)}</p>}
      {!live && !refusal && <p class="nothing">{t('trial.asking')}</p>}
      {live && draft && (
        <p class={isSame(round) ? 'trial-verdict' : 'trial-verdict differs'}>
          {t(isSame(round) ? 'trial.same' : 'trial.differs')}
        </p>
      )}
      {live && (
        <div class={draft ? 'trial-pair' : 'trial-pair alone'}>
          <ReplyView reply={live} name={t('trial.live')} n={n} />
          {draft && <ReplyView reply={draft} name={t('trial.draft')} n={n} />}
        </div>
      )}
    </li>
  );
}

/** Products of the shop, for saying which page the shopper looks at. */
function useProducts(): readonly ProductCard[] {
  const { desk } = useDesk();
  const [products, setProducts] = useState<readonly ProductCard[]>([]);
  const locale = desk.locale.value;
  useEffect(() => {
    let gone = false;
    desk.catalogue.search('', MOST_PRODUCTS, locale).then(
      (found) => !gone && setProducts(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [desk.catalogue, locale]);
  return products;
}

/** A test window beside the live version: one question to both. */
export function TrialPage() {
  const { desk, t } = useDesk();
  const teaching = useTeaching();
  const trial = desk.merchant.state(createTrialDesk);
  const products = useProducts();
  const locales = teaching.overview.value?.locales ?? [];
  const locale =
    locales.find((one) => one === trial.locale.value) ??
    locales.find((one) => one === desk.locale.value) ??
    locales[0] ??
    desk.locale.value;
  const changes = teaching.changes.value;
  const rounds = trial.rounds.value;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [rounds]);
  const keys = useCallback(
    (command: Command): boolean => {
      if (command === 'save') teaching.reviewing.value = teaching.changes.peek().length > 0;
      else if (command === 'reply' || command === 'search') document.getElementById('trial-text')?.focus();
      else return false;
      return true;
    },
    [teaching],
  );
  usePageKeys(keys);
  const ask = () => {
    const text = trial.text.value.trim();
    if (text === '' || trial.asking.peek()) return;
    trial.text.value = '';
    void trial.ask(text, locale, changes);
  };
  return (
    <Page
      parted
      title="trial.title"
      about="trial.about"
      busy={trial.asking.value}
      actions={
        <>
          <select
            aria-label={t('trial.locale')}
            value={locale}
            onChange={(event) => {
              trial.locale.value = event.currentTarget.value;
            }}
          >
            {locales.map((one) => (
              <option key={one} value={one}>
                {languageName(one, desk.locale.value)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('trial.product')}
            value={trial.product.value}
            onChange={(event) => {
              trial.product.value = event.currentTarget.value;
            }}
          >
            <option value="">{t('trial.noProduct')}</option>
            {products.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <button type="button" class="button" aria-disabled={rounds.length === 0} onClick={() => trial.beginAnew()}>
            {t('trial.anew')}
          </button>
        </>
      }
    >
      <Fetched state={teaching.state.value} again={() => void teaching.load()}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
        <div class="trial" tabIndex={0} role="log" aria-label={t('trial.title')}>
          {rounds.length === 0 ? (
            <p class="nothing trial-empty">{t(changes.length === 0 ? 'trial.emptyLive' : 'trial.empty')}</p>
          ) : (
            <ol>
              {rounds.map((round) => (
                <Round key={round.n} round={round} />
              ))}
            </ol>
          )}
          <div ref={end} />
        </div>
        <form
          class="trial-bar"
          onSubmit={(event) => {
            event.preventDefault();
            ask();
          }}
        >
          <input
            id="trial-text"
            type="text"
            maxLength={MOST}
            dir="auto"
            autocomplete="off"
            aria-label={t('trial.text')}
            aria-keyshortcuts="R"
            placeholder={t('trial.text')}
            value={trial.text.value}
            onInput={(event) => {
              trial.text.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
              // Enter that ends a composition chooses characters and asks nothing.
              if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
            }}
          />
          <button
            type="submit"
            class="button main"
            aria-disabled={trial.text.value.trim() === '' || trial.asking.value}
          >
            {t(changes.length === 0 ? 'trial.askLive' : 'trial.ask')}
          </button>
        </form>
      </Fetched>
      <DraftBar teaching={teaching} />
    </Page>
  );
}
