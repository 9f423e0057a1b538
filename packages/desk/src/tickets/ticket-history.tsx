import { isObject, type Money } from '@xiaoer/core/protocol';
import { type UseDesk, useDesk } from '../desk-context.ts';
import { isDeskKey } from '../locales/translate.ts';
import type { TicketEvent } from './ticket.ts';

const nameOf = ({ from }: TicketEvent, t: UseDesk['t']): string =>
  from.role === 'system' ? t('ticket.by.house') : from.role === 'bot' ? t('ticket.by.bot') : (from.name ?? from.id);

function stateWord(to: unknown, t: UseDesk['t']): string {
  const key = `ticket.state.${String(to)}`;
  return isDeskKey(key) ? t(key) : String(to);
}

function titleOf(event: TicketEvent, t: UseDesk['t']): string {
  const { kind, body } = event;
  const name = nameOf(event, t);
  switch (kind) {
    case 'opened':
      return t('ticket.line.opened', { name });
    case 'moved':
      return body['answer'] === undefined
        ? t('ticket.line.moved', { name, state: stateWord(body['to'], t) })
        : t('ticket.line.answered', { state: stateWord(body['to'], t) });
    case 'assigned': {
      const { agent, group } = body;
      const to = isObject(agent)
        ? String(agent['name'])
        : agent === null
          ? t('ticket.nobody')
          : String(group ?? t('ticket.noGroup'));
      return t('ticket.line.assigned', { name, to });
    }
    case 'edited':
    case 'commented':
    case 'told':
      return t(`ticket.line.${kind}`, { name });
    case 'late':
      return t('ticket.line.late');
    default:
      return t('ticket.line.other', { name });
  }
}

/** Everything that happened, oldest first. */
export function TicketHistory({ events }: { readonly events: readonly TicketEvent[] }) {
  const { t, format } = useDesk();
  return (
    <section class="ticket-part" aria-labelledby="ticket-history">
      <h3 id="ticket-history">{t('ticket.history')}</h3>
      <ol class="ticket-history">
        {events.map((event) => {
          const { text, amount, rule, group } = event.body;
          return (
            <li key={event.seq} class={event.kind === 'commented' ? 'ours' : undefined}>
              <span class="when">
                {format.date(event.at)} {format.time(event.at)}
              </span>
              <b>
                <bdi>{titleOf(event, t)}</bdi>
              </b>
              {typeof rule === 'number' && (
                <p class="ticket-hint">{t('ticket.line.rule', { n: rule, group: String(group) })}</p>
              )}
              {typeof text === 'string' && text !== '' && <p dir="auto">{text}</p>}
              {isObject(amount) && <p>{format.money(amount as unknown as Money)}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
