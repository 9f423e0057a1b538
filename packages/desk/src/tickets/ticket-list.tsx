import { useDesk } from '../desk-context.ts';
import { TICKET_VIEWS, type TicketFilter } from './filter-tickets.ts';
import { TicketRow } from './ticket-row.tsx';

/** Rows in the DOM at once; a narrower filter shows the rest. */
const MOST_ROWS = 200;

/** What is shown, and the tickets of it, the first to be due first. */
export function TicketList() {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const filter = tickets.filter.value;
  const set = (more: Partial<TicketFilter>) => {
    tickets.filter.value = { ...filter, ...more };
  };
  const shown = tickets.shown.value;
  const marked = tickets.marked.value.size;
  const setup = tickets.setup.value;
  const address = `/desk/api/tickets.csv?${new URLSearchParams(shown.slice(0, MOST_ROWS).map(({ number }) => ['number', number]))}`;
  return (
    <nav class="inbox tickets-nav" id="tickets" aria-labelledby="tickets-title">
      <header class="inbox-head">
        <h1 id="tickets-title">{t('ticket.title')}</h1>
        <button
          type="button"
          class="button"
          aria-keyshortcuts="C"
          onClick={() => {
            tickets.dialog.value = 'open';
          }}
        >
          {t('ticket.new')}
        </button>
      </header>
      <fieldset class="views">
        <legend class="sr">{t('ticket.views')}</legend>
        {TICKET_VIEWS.map((view) => (
          <button key={view} type="button" aria-pressed={filter.view === view} onClick={() => set({ view })}>
            {t(`ticket.view.${view}`)}
          </button>
        ))}
      </fieldset>
      <div class="ticket-filter">
        <input
          id="ticket-search"
          type="search"
          aria-label={t('ticket.search')}
          placeholder={t('ticket.search')}
          value={filter.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <select
          aria-label={t('ticket.open.type')}
          value={filter.type}
          onChange={(event) => set({ type: event.currentTarget.value })}
        >
          <option value="">{t('ticket.allTypes')}</option>
          {setup?.types.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <select
          aria-label={t('ticket.group')}
          value={filter.group}
          onChange={(event) => set({ group: event.currentTarget.value })}
        >
          <option value="">{t('ticket.allGroups')}</option>
          {setup?.groups.map((group) => (
            <option key={group}>{group}</option>
          ))}
        </select>
      </div>
      {marked > 0 && (
        <div class="ticket-bulk" role="status">
          {t('ticket.marked', { n: marked })}
          <button
            type="button"
            class="link"
            onClick={() => {
              tickets.dialog.value = 'move';
            }}
          >
            {t('ticket.change')}
          </button>
          <button
            type="button"
            class="link"
            onClick={() => {
              tickets.dialog.value = 'assign';
            }}
          >
            {t('ticket.assign')}
          </button>
          <button
            type="button"
            class="link"
            onClick={() => {
              tickets.marked.value = new Set();
            }}
          >
            {t('ticket.unmark')}
          </button>
        </div>
      )}
      <div class="inbox-scroll">
        {shown.length === 0 ? (
          <p class="nothing">{t('ticket.none')}</p>
        ) : (
          <ul class="rows" aria-label={t('ticket.list')}>
            {shown.slice(0, MOST_ROWS).map((ticket) => (
              <TicketRow key={ticket.number} ticket={ticket} />
            ))}
          </ul>
        )}
      </div>
      <footer class="ticket-foot">
        <span>{t('ticket.count', { n: shown.length })}</span>
        <a class="link" href={address} download="tickets.csv">
          {t('ticket.csvOut')}
        </a>
        <button
          type="button"
          class="link"
          onClick={() => {
            tickets.dialog.value = 'import';
          }}
        >
          {t('ticket.csvIn')}
        </button>
      </footer>
    </nav>
  );
}
