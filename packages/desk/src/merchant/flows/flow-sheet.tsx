import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { isDeskKey } from '../../locales/translate.ts';
import type { Ended } from '../post.ts';
import { textIn } from '../teaching/knowledge-answer.ts';
import type { FlowRow } from './flow.ts';
import { FlowOutline } from './flow-outline.tsx';
import { FlowText } from './flow-text.tsx';
import type { FlowsDesk } from './flows-desk.ts';

/** One flow: its switch, its outline, and its text. Without a row a new one, which is text alone. */
export function FlowSheet(props: {
  readonly flows: FlowsDesk;
  readonly row: FlowRow | undefined;
  readonly onSaved: (id: string) => void;
  readonly onBack: () => void;
}) {
  const { flows, row, onSaved, onBack } = props;
  const { desk, t } = useDesk();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const locale = desk.locale.value;
  const tools = flows.shown.value?.tools ?? [];
  const told = async (wish: Promise<Ended>, done: string): Promise<boolean> => {
    setBusy(true);
    const ended = await wish;
    setBusy(false);
    const key = ended.ok ? '' : `flows.refused.${ended.code}`;
    setSaid(ended.ok ? done : t(isDeskKey(key) ? key : 'signIn.failed'));
    return ended.ok;
  };
  return (
    <section class="shop-open" aria-labelledby="flow-title">
      <button type="button" class="link shop-back" onClick={onBack}>
        {t('merchant.back')}
      </button>
      <div class="shop-sheet flow-sheet">
        <header class="shop-sheet-head">
          <h2 id="flow-title" dir="auto">
            {row ? textIn(row.flow.title, locale) : t('flows.new')}
          </h2>
          {row && (
            <label class="flow-switch">
              <input
                type="checkbox"
                role="switch"
                aria-checked={!row.off}
                checked={!row.off}
                disabled={busy}
                onChange={(event) => {
                  const on = event.currentTarget.checked;
                  void told(flows.turn(row, on), t(on ? 'flows.turnedOn' : 'flows.turnedOff'));
                }}
              />
              {t('flows.on')}
            </label>
          )}
        </header>
        <p role="status" class="flow-said">
          {said}
        </p>
        {row && <FlowOutline flow={row.flow} tools={tools} />}
        <FlowText
          flows={flows}
          row={row}
          busy={busy}
          save={async (id, text) => {
            if (!(await told(flows.save(id, text), t('flows.saved')))) return;
            flows.write(row?.id ?? '', undefined);
            onSaved(id);
          }}
        />
        {row?.from === 'desk' && (
          <p class="flow-foot">
            {t(row.below === null ? 'flows.noneBelow' : `flows.below.${row.below}`)}{' '}
            <button
              type="button"
              class="link"
              onClick={() =>
                void told(flows.reset(row.id), t('flows.taken')).then((done) => done && !row.below && onBack())
              }
            >
              {t(row.below === null ? 'flows.remove' : 'flows.reset')}
            </button>
          </p>
        )}
      </div>
    </section>
  );
}
