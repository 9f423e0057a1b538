import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Page } from '../page.tsx';
import { useProved } from '../use-proved.tsx';
import { createAuditDesk } from './audit-desk.ts';
import { AuditFilterBar } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';

/** Who did and looked at what, when, and about whom. */
export function AuditPage() {
  const { desk, t } = useDesk();
  const audit = desk.merchant.state(createAuditDesk);
  const { act, asking } = useProved();
  const filter = audit.filter.value;
  const state = audit.state.value;
  const lines = audit.lines.value;
  const load = async (older?: boolean) => {
    await act(async () => {
      await audit.load(older);
      return audit.state.peek() === 'prove' ? { ok: false, code: 'prove', value: {} } : { ok: true, value: {} };
    });
  };
  // Another filter is another question.
  useEffect(() => void load(), [audit, filter]);
  return (
    <Page
      title="audit.title"
      about="audit.about"
      busy={state === 'asking'}
      actions={
        <a class="button" href={audit.csv()} download="audit.csv">
          {t('audit.csv')}
        </a>
      }
    >
      <div class="shop-body audit">
        {asking}
        <AuditFilterBar audit={audit} />
        <p role="status" class={lines.length > 0 ? 'sr' : 'hint'}>
          {state === 'failed'
            ? t('audit.failed')
            : state === 'here' && (lines.length === 0 ? t('audit.none') : t('audit.count', { n: lines.length }))}
        </p>
        {lines.length > 0 && <AuditTable audit={audit} />}
        {audit.more.value && (
          <button type="button" class="button" aria-disabled={state === 'asking'} onClick={() => void load(true)}>
            {t('audit.more')}
          </button>
        )}
      </div>
    </Page>
  );
}
