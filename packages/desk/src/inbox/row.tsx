import type { InboxRow } from '@xiaoer/core/protocol';
import type { UseDesk } from '../desk-context.ts';
import { useDesk } from '../desk-context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { nameOf } from '../parts/names.ts';
import { useValue } from '../state/use-value.ts';
import { WaitClock } from './wait-clock.tsx';

/** Anger from here on is worth a word in the list, 0 … 1. */
const ANGRY = 0.6;
const UPSET = 0.3;

function When({ at }: { readonly at: number }) {
  const { desk, t, format } = useDesk();
  const minutes = useValue(() => Math.floor((desk.now.value - at) / 60_000), [desk, at]);
  const text = minutes < 1 ? t('row.now') : minutes < 60 ? t('row.minutes', { n: minutes }) : undefined;
  return <span class="when">{text ?? (minutes < 12 * 60 ? format.time(at) : format.date(at))}</span>;
}

/** By when the shopper was promised to hear. Past it, it says so by icon and word. */
function Due({ at }: { readonly at: number }) {
  const { desk, t, format } = useDesk();
  const late = useValue(() => desk.now.value >= at, [desk, at]);
  return (
    <span class={late ? 'tag wait late' : 'tag wait'}>
      <Icon name={late ? 'alert' : 'clock'} />
      {t(late ? 'row.overdue' : 'row.due', { time: format.time(at) })}
    </span>
  );
}

function lastLine(row: InboxRow, { desk, t }: Pick<UseDesk, 'desk' | 't'>): string {
  if (!row.last?.text) return t('row.nothing');
  const mine = row.last.role === 'agent' && row.agent?.id === desk.client.principal.value?.id;
  return mine ? t('row.you', { text: row.last.text }) : row.last.text;
}

/** Since when a person is waited for: in the queue since the wish, with an agent since the shopper's first open words. */
function waitOf({ mode, requestedAt, waitingSince }: InboxRow): number | undefined {
  if (mode === 'queued') return requestedAt;
  return mode === 'agent' ? waitingSince : undefined;
}

/** One conversation in the list. */
export function Row({ row }: { readonly row: InboxRow }) {
  const { desk, t } = useDesk();
  const name = nameOf(row.shopper, t);
  const { conversation } = row;
  const writing = useValue(
    () => desk.opened.byId.value.get(conversation)?.typing.value.some(({ from }) => from.role === 'shopper'),
    [desk, conversation],
  );
  const chosen = useValue(() => desk.selected.value === conversation, [desk, conversation]);
  const unread = useValue(() => desk.isUnread(row), [desk, row]);
  const anger = row.anger ?? 0;
  const waits = waitOf(row);
  return (
    <li>
      <button
        type="button"
        class={chosen ? 'row chosen' : 'row'}
        data-conversation={row.conversation}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => desk.select(row.conversation)}
      >
        <Avatar id={row.shopper.id} name={row.shopper.name ?? t('shopper.anonymous')} />
        <span class="row-top">
          <span class="row-name">{name}</span>
          {unread && (
            <span class="unread">
              <span class="sr">{t('row.unread')}</span>
            </span>
          )}
          {waits === undefined ? row.last && <When at={row.last.at} /> : <WaitClock since={waits} />}
        </span>
        <span class="row-last">
          {row.mentions?.includes(desk.client.principal.value?.id ?? '') && <b class="tag asked">{t('row.asked')}</b>}
          {row.promise && <Due at={row.promise.due} />}
          {row.group && <span class="tag">{row.group}</span>}
          {anger >= UPSET && <b class="anger">{t(anger >= ANGRY ? 'row.angry' : 'row.upset')}</b>}
          {writing ? (
            <span class="writing">{t('row.writing')}</span>
          ) : (
            <span class="row-text" lang={row.locale}>
              {lastLine(row, { desk, t })}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
