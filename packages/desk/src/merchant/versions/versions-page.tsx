import { useCallback, useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { Command } from '../../keys.ts';
import { useFigures } from '../../numbers/use-figures.ts';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import { stepIn } from '../step-in.ts';
import { useTeaching } from '../teaching/use-teaching.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { useAuthor, VersionSheet } from './version-sheet.tsx';
import { createVersionsDesk } from './versions-desk.ts';

/** What was saved by whom, and back again. */
export function VersionsPage() {
  const { desk, t } = useDesk();
  const { merchant } = desk;
  const teaching = useTeaching();
  const versions = merchant.state(createVersionsDesk);
  const figures = useFigures();
  const author = useAuthor();
  useEffect(() => void versions.load(), [versions]);
  const all = versions.all.value;
  const chosen = merchant.item.value;
  const open = all.find(({ version }) => String(version) === chosen);
  const keys = useCallback(
    (command: Command): boolean => {
      switch (command) {
        case 'next':
        case 'previous':
          merchant.item.value = stepIn(
            all.map(({ version }) => String(version)),
            chosen,
            command === 'next' ? 1 : -1,
          );
          requestAnimationFrame(() => document.querySelector('.shop-row.chosen')?.scrollIntoView({ block: 'nearest' }));
          return true;
        case 'handBack':
          versions.undoing.value = open !== undefined && !open.undone;
          return open !== undefined;
        default:
          return false;
      }
    },
    [all, chosen, open, merchant, versions],
  );
  usePageKeys(keys);
  return (
    <Page parted title="versions.title" about="versions.about" busy={versions.state.value === 'loading'}>
      <Fetched state={versions.state.value} again={() => void versions.load()}>
        <div class={open ? 'shop-parts opened' : 'shop-parts'}>
          <section class="shop-side" aria-label={t('versions.title')}>
            <p class="shop-count" role="status">
              {t('versions.count', { n: all.length })}
            </p>
            <ul class="shop-rows">
              {all.map((version) => (
                <li key={version.version}>
                  <button
                    type="button"
                    class={version === open ? 'shop-row chosen' : 'shop-row'}
                    aria-current={version === open ? 'true' : undefined}
                    onClick={() => {
                      merchant.item.value = String(version.version);
                    }}
                  >
                    <span class="shop-row-top">
                      <b>{t('versions.version', { n: version.version })}</b>
                      <small>{figures.moment(version.at)}</small>
                    </span>
                    <span class="shop-row-text" dir="auto">
                      {version.note ?? t('versions.noNote')}
                    </span>
                    <span class="shop-row-tags">
                      <span class="tag">{author(version.by)}</span>
                      {version.automatic && <span class="tag">{t('versions.automatic')}</span>}
                      {version.undone && <span class="tag changed">{t('versions.undone')}</span>}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {open ? (
            <div class="shop-open">
              <button
                type="button"
                class="link shop-back"
                onClick={() => {
                  merchant.item.value = undefined;
                }}
              >
                {t('merchant.back')}
              </button>
              <VersionSheet key={open.version} version={open} versions={versions} teaching={teaching} />
            </div>
          ) : (
            <div class="shop-open empty">
              <p class="nothing">{t(all.length === 0 ? 'versions.none' : 'versions.choose')}</p>
            </div>
          )}
        </div>
      </Fetched>
    </Page>
  );
}
