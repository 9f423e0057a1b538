import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import type { FlowRow } from './flow.ts';
import type { Checked, FlowsDesk } from './flows-desk.ts';

/** A text is checked when nobody has typed for so long, in milliseconds. */
const REST_MS = 300;

/** Where a line and a column of a text begin. */
export function placeIn(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** The text of a flow, checked as one types: each mistake with its line, a press on which goes there. */
export function FlowText(props: {
  readonly flows: FlowsDesk;
  readonly row: FlowRow | undefined;
  readonly busy: boolean;
  readonly save: (id: string, text: string) => Promise<void>;
}) {
  const { flows, row, busy, save } = props;
  const { t } = useDesk();
  const key = row?.id ?? '';
  const draft = flows.drafts.value[key];
  const text = draft ?? row?.text ?? '';
  const [checked, setChecked] = useState<Checked & { readonly of: string }>();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => {
      void flows.check(text).then((found) => found && setChecked({ ...found, of: text }));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [flows, draft, text]);
  const current = checked?.of === text ? checked : undefined;
  const id = current?.flow?.id;
  const moved = row !== undefined && id !== undefined && id !== row.id;
  const ready = draft !== undefined && id !== undefined && !moved && !busy;
  const lines = text.split('\n').length;
  const wrong = new Set(current?.problems.map(({ line }) => line));
  const goTo = (line: number, column: number) => {
    const at = placeIn(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(at, at + 1);
  };
  return (
    <details class="shop-part flow-text" open={row === undefined || draft !== undefined}>
      <summary>{t('flows.text')}</summary>
      <p class="hint">{t('flows.textAbout')}</p>
      <div class="flow-editor">
        <pre class="flow-numbers" aria-hidden="true">
          {Array.from({ length: lines }, (_, n) => (
            <span key={n} class={wrong.has(n + 1) ? 'wrong' : undefined}>
              {n + 1}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          aria-label={t('flows.text')}
          aria-invalid={wrong.size > 0}
          aria-describedby="flow-problems"
          spellcheck={false}
          rows={lines + 1}
          wrap="off"
          value={text}
          onInput={(event) => flows.write(key, event.currentTarget.value)}
        />
      </div>
      <div id="flow-problems" role="status" class="flow-problems">
        {draft === undefined ? null : current === undefined ? (
          t('flows.checking')
        ) : current.problems.length > 0 ? (
          <ul>
            {current.problems.map(({ line, column, message }) => (
              <li key={`${line}:${column}:${message}`}>
                <button type="button" class="link" onClick={() => goTo(line, column)}>
                  {t('flows.line', { n: line })}
                </button>{' '}
                {message}
              </li>
            ))}
          </ul>
        ) : (
          t(moved ? 'flows.idStays' : 'flows.fine', { id: row?.id ?? '' })
        )}
      </div>
      <div class="flow-actions">
        <button
          type="button"
          class="button main"
          aria-disabled={!ready}
          onClick={() => {
            if (ready && id !== undefined) void save(id, text);
          }}
        >
          {t('flows.save')}
        </button>
        {draft !== undefined && row && (
          <button type="button" class="button" onClick={() => flows.write(key, undefined)}>
            {t('flows.drop')}
          </button>
        )}
      </div>
    </details>
  );
}
