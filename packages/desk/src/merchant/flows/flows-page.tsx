import { useCallback, useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { Command } from '../../keys.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import { stepIn } from '../step-in.ts';
import { usePageKeys } from '../use-page-keys.ts';
import { FlowList } from './flow-list.tsx';
import { FlowSheet } from './flow-sheet.tsx';
import { createFlowsDesk } from './flows-desk.ts';
import { NEW_FLOW } from './new-flow.ts';

/** In the address, for one that is not saved yet. */
const NEW = 'new';

/** The flows: what begins each, what it does, whether it is on, and its text. */
export function FlowsPage() {
  const { desk, t } = useDesk();
  const { merchant } = desk;
  const flows = merchant.state(createFlowsDesk);
  useEffect(() => void flows.refresh(), [flows]);
  const chosen = merchant.item.value;
  const rows = flows.shown.value?.flows ?? [];
  const row = rows.find(({ id }) => id === chosen);
  const choose = (id: string | undefined) => {
    merchant.item.value = id;
  };
  const add = () => {
    if (flows.drafts.peek()[''] === undefined) flows.write('', NEW_FLOW);
    choose(NEW);
  };
  const keys = useCallback(
    (command: Command): boolean => {
      if (command === 'next' || command === 'previous') {
        const ids = rows.map(({ id }) => id);
        choose(stepIn(ids, chosen, command === 'next' ? 1 : -1));
        requestAnimationFrame(() => document.querySelector('.shop-row.chosen')?.scrollIntoView({ block: 'nearest' }));
        return true;
      }
      if (command === 'note') add();
      return command === 'note';
    },
    [rows, chosen],
  );
  usePageKeys(keys);
  return (
    <Page
      parted
      title="flows.title"
      about="flows.about"
      busy={flows.state.value === 'loading'}
      actions={
        <button type="button" class="button" aria-keyshortcuts="N" onClick={add}>
          {t('flows.new')} <KeyCap raw="n" />
        </button>
      }
    >
      <Fetched state={flows.state.value} again={() => void flows.refresh()}>
        <div class={chosen === undefined ? 'shop-parts' : 'shop-parts opened'}>
          <FlowList rows={rows} chosen={chosen} drafts={flows.drafts.value} onChoose={choose} />
          {row || chosen === NEW ? (
            <FlowSheet key={chosen} flows={flows} row={row} onSaved={choose} onBack={() => choose(undefined)} />
          ) : (
            <section class="shop-open empty" aria-label={t('flows.title')}>
              <p class="nothing">{t('flows.choose')}</p>
            </section>
          )}
        </div>
      </Fetched>
    </Page>
  );
}
