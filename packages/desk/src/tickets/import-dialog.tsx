import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { CsvReport } from './tickets-api.ts';

/** Problems that are listed. */
const MOST = 20;

/** A file of tickets: tried first, then taken in. */
export function ImportDialog() {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const [text, setText] = useState<string>();
  const [report, setReport] = useState<CsvReport>();
  const [taken, setTaken] = useState(false);
  const [failed, setFailed] = useState(false);
  const done = () => {
    tickets.dialog.value = null;
  };
  const run = async (content: string, dry: boolean) => {
    const found = await tickets.api.import(content, dry, desk.locale.peek());
    setFailed(found === undefined);
    setReport(found);
    setTaken(!dry && found !== undefined);
    if (!dry) await tickets.refresh();
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const content = await file.text();
    setText(content);
    await run(content, true);
  };
  const ready = text !== undefined && report !== undefined && !taken && report.opened + report.changed > 0;
  return (
    <Dialog title={t('ticket.import.title')} onClose={done}>
      <p>{t('ticket.import.text')}</p>
      <label class="pass-why">
        {t('ticket.import.file')}
        <input type="file" accept=".csv,text/csv" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      </label>
      <div role="status">
        {failed && <p class="ticket-wrong">{t('ticket.import.failed')}</p>}
        {report && (
          <>
            <p>
              {t(taken ? 'ticket.import.did' : 'ticket.import.would', {
                opened: report.opened,
                changed: report.changed,
                same: report.same,
              })}
            </p>
            <ul>
              {report.problems.slice(0, MOST).map(({ line, column, message }) => (
                <li key={`${line}${column}`} class="ticket-wrong">
                  {t('ticket.import.problem', { line, column, message })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={done}>
          {t('ticket.close')}
        </button>
        <button type="button" class="button main" aria-disabled={!ready} onClick={() => ready && void run(text, false)}>
          {t('ticket.import.do')}
        </button>
      </div>
    </Dialog>
  );
}
