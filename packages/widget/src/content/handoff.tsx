import type { HandoffBody } from '@xiaoer/core/protocol';
import { HandoffWaiting } from './handoff-waiting.tsx';
import { LeaveMessage } from './leave-message.tsx';
import { part } from './part.tsx';
import type { RendererProps } from './renderer.ts';

/** First letter or character of a name. */
const initial = (name: string) => [...name.trim()][0]?.toUpperCase() ?? '';

function Joined({ name, body, context }: { readonly name: string } & Omit<RendererProps<HandoffBody>, 'item'>) {
  return (
    <section class="c-card c-soft c-pad c-row c-middle" part="card">
      <span class="c-initial" aria-hidden="true">
        {initial(name)}
      </span>
      <p class="c-fill">
        <b class="c-action">{context.t('handoff.here', { name })}</b>
        <span class="c-sub">
          <i class="c-dot" aria-hidden="true" />
          {body.text ?? context.t('handoff.reads')}
        </span>
      </p>
    </section>
  );
}

/**
 * Who speaks, and how one gets there. Only the newest change is a card; older ones rest as lines, so that nobody
 * seems to be waiting in history.
 */
export const Handoff = part(function Handoff({ item, body, context }: RendererProps<HandoffBody>) {
  const { t } = context;
  const name = body.agent?.name ?? (item.from.role === 'agent' ? item.from.name : undefined) ?? t('handoff.person');
  const latest = context.isLatest(item);
  const left = body.leave === true && item.answer !== undefined;
  if ((latest && (body.state === 'requested' || body.state === 'queued')) || left) {
    return <HandoffWaiting item={item} body={body} context={context} />;
  }
  if (latest && body.state === 'joined') return <Joined name={name} body={body} context={context} />;
  if (body.state === 'declined') return <LeaveMessage item={item} body={body} context={context} />;
  const line = {
    requested: t('handoff.asked'),
    queued: t('handoff.waited'),
    joined: t('handoff.joined', { name }),
    returned: t(body.reason === 'timeout' ? 'handoff.timeout' : 'handoff.returned'),
  }[body.state];
  return <p class="c-line">{line}</p>;
});
