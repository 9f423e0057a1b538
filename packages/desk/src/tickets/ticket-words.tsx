import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { isComposing } from '../keys.ts';
import type { Ticket } from './ticket.ts';

const MOST = 2_000;

/** What was written and not kept, by ticket: looking at another one loses nothing. */
const drafts = new Map<string, string>();

/** A comment for colleagues, or words for the shopper. */
export function TicketWords({ ticket }: { readonly ticket: Ticket }) {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const [text, setText] = useState(() => drafts.get(ticket.number) ?? '');
  const [id, setId] = useState(tickets.newId);
  const write = (next: string) => {
    drafts.set(ticket.number, next);
    setText(next);
  };
  const send = async (what: 'comment' | 'tell') => {
    if (text.trim() === '' || !(await tickets.actOnChosen({ do: what, text }, `${what}-${id}`))) return;
    write('');
    setId(tickets.newId());
  };
  return (
    <form
      class="ticket-words"
      onSubmit={(event) => {
        event.preventDefault();
        void send('comment');
      }}
    >
      <label for="ticket-comment">{t('ticket.comment')}</label>
      <textarea
        id="ticket-comment"
        rows={2}
        maxLength={MOST}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void send('comment');
        }}
      />
      <div class="dialog-foot">
        {ticket.conversation !== undefined && (
          <button type="button" class="button" aria-disabled={text.trim() === ''} onClick={() => void send('tell')}>
            {t('ticket.tell')}
          </button>
        )}
        <button type="submit" class="button main" aria-disabled={text.trim() === ''}>
          {t('ticket.commentDo')}
        </button>
      </div>
    </form>
  );
}
