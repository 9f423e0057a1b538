import type { UseDesk } from '../desk-context.ts';
import { useDesk } from '../desk-context.ts';
import { nameOf } from '../parts/names.ts';
import { duration } from '../state/clock.ts';
import type { Line } from './entries.ts';
import { reasonWords } from './trace-chip.tsx';

function handoffWords({ item, mark }: Line, { desk, t }: UseDesk): string {
  if (mark.kind !== 'handoff') return '';
  const { state, agent, reason } = mark.body;
  switch (state) {
    case 'requested':
      return item.from.role === 'shopper'
        ? t('line.requested', { name: nameOf(item.from, t) })
        : t('line.requestedBy', { reason: reasonWords(reason ?? 'wish', t) });
    case 'joined': {
      if (item.from.role === 'agent' && agent && agent.id !== item.from.id)
        return t('line.passed', { from: item.from.name ?? item.from.id, name: agent.name });
      if (agent?.id !== desk.client.principal.value?.id)
        return t('line.took', { name: agent?.name ?? item.from.name ?? '' });
      return mark.waitedMs === undefined
        ? t('line.youTook')
        : t('line.youTookAfter', { time: duration(mark.waitedMs) });
    }
    case 'queued':
      return t('line.told');
    case 'returned':
      return !reason || reason === 'agent'
        ? t('line.returned')
        : t('line.returnedWhy', { reason: reasonWords(reason, t) });
    default:
      return t('line.declined');
  }
}

function words(line: Line, use: UseDesk): string {
  const { mark } = line;
  switch (mark.kind) {
    case 'closed':
      return use.t('line.closed');
    case 'rating':
      return use.t('line.rated', { n: mark.score });
    case 'notice':
      return mark.text;
    default:
      return handoffWords(line, use);
  }
}

/** Somebody came or went: a line in the middle. */
export function LineEntry({ line }: { readonly line: Line }) {
  const use = useDesk();
  return (
    <li class="line-entry">
      {words(line, use)} <time>{use.format.time(line.item.at)}</time>
    </li>
  );
}
