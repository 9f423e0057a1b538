import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk-context.ts';
import { isDeskKey } from '../locales/translate.ts';
import { KeyCap } from '../parts/key-cap.tsx';
import { DueTag } from './due-tag.tsx';
import { RefusalLine } from './refusal-line.tsx';
import type { Ticket } from './ticket.ts';
import { TicketForm } from './ticket-form.tsx';
import { TicketHistory } from './ticket-history.tsx';
import { TicketWords } from './ticket-words.tsx';
import { titleOf } from './title-of.ts';

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </div>
);

function Facts({ ticket }: { readonly ticket: Ticket }) {
  const { t, format } = useDesk();
  const { shopper, order, product, amount, emotion, group, agent, priority, outcome } = ticket;
  const mood = `ticket.emotion.${emotion}`;
  return (
    <dl class="ticket-about">
      <Fact name={t('ticket.priority')}>{t(`ticket.priority.${priority}`)}</Fact>
      <Fact name={t('ticket.group')}>{group ?? t('ticket.noGroup')}</Fact>
      <Fact name={t('ticket.agent')}>{agent?.name ?? t('ticket.nobody')}</Fact>
      {shopper && <Fact name={t('ticket.shopper')}>{shopper}</Fact>}
      {order && <Fact name={t('ticket.order')}>{order.number}</Fact>}
      {product && <Fact name={t('ticket.product')}>{product}</Fact>}
      {amount && <Fact name={t('ticket.amount')}>{format.money(amount)}</Fact>}
      {isDeskKey(mood) && <Fact name={t('ticket.emotion')}>{t(mood)}</Fact>}
      {outcome && (
        <Fact name={t('ticket.outcome')}>
          {[outcome.text, outcome.amount && format.money(outcome.amount)].filter(Boolean).join(', ')}
        </Fact>
      )}
    </dl>
  );
}

function Marked({ ticket: { facts } }: { readonly ticket: Ticket }) {
  const { t } = useDesk();
  if (facts.length === 0) return null;
  return (
    <section class="ticket-part" aria-labelledby="ticket-facts">
      <h3 id="ticket-facts">{t('ticket.facts')}</h3>
      <ul class="ticket-marked">
        {facts.map(({ label, text, seq }) => (
          <li key={`${label}${text}`}>
            <span class="tag">{label}</span> <span dir="auto">{text}</span>{' '}
            {seq !== undefined && <span class="when">{t('ticket.factLine', { n: seq })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The chosen ticket: what it is about, its form, what happened, and what can be done. */
export function TicketPane() {
  const { desk, t } = useDesk();
  const { tickets } = desk;
  const ticket = tickets.current.value;
  if (!ticket)
    return (
      <main class="pane empty" id="conversation" tabIndex={-1}>
        <h2>{t('ticket.choose')}</h2>
        <p>{t('ticket.chooseText')}</p>
      </main>
    );
  const { number, type, state, conversation, moves } = ticket;
  return (
    <main class="pane ticket-pane" id="conversation" tabIndex={-1} aria-label={t('ticket.label', { number })}>
      <header class="talk-head">
        <div class="talk-who">
          <h2>
            {titleOf(tickets.setup.value, type)} <span class="ticket-number">{number}</span>
          </h2>
          <p>
            {t(`ticket.state.${state}`)} <DueTag ticket={ticket} />
          </p>
        </div>
        <div class="talk-actions">
          {conversation !== undefined && (
            <button
              type="button"
              class="button"
              onClick={() => {
                desk.select(conversation);
                desk.place.value = 'talks';
              }}
            >
              {t('ticket.conversation')}
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-keyshortcuts="A"
            onClick={() => {
              tickets.dialog.value = 'assign';
            }}
          >
            {t('ticket.assign')} <KeyCap command="pass" />
          </button>
          {moves.length > 0 && (
            <button
              type="button"
              class="button main"
              aria-keyshortcuts="E"
              onClick={() => {
                tickets.dialog.value = 'move';
              }}
            >
              {t('ticket.change')} <KeyCap command="close" />
            </button>
          )}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard. */}
      <section class="ticket-scroll" tabIndex={0} aria-label={t('ticket.about')}>
        {tickets.dialog.value === null && <RefusalLine />}
        <Facts ticket={ticket} />
        <Marked ticket={ticket} />
        <TicketForm key={`form:${number}`} ticket={ticket} />
        <TicketHistory events={tickets.events.value ?? []} />
      </section>
      <TicketWords key={`words:${number}`} ticket={ticket} />
    </main>
  );
}
