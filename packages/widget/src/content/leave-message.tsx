import type { HandoffBody } from '@xiaoer/core/protocol';
import { part } from './part.tsx';
import type { RendererProps } from './renderer.ts';
import { useLeave } from './use-leave.tsx';

/** Nobody is there: when somebody is again, and a message to leave until then. */
export const LeaveMessage = part(function LeaveMessage(props: RendererProps<HandoffBody>) {
  const { item, body, context } = props;
  const { t, format } = context;
  const { left, view } = useLeave(props);
  const at = body.opensAt;
  const title =
    at === undefined ? t('leave.title') : t('leave.until', { when: `${format.shortDate(at)} ${format.time(at)}` });
  if (!left && !context.isLatest(item)) return <p class="c-line">{t('leave.title')}</p>;
  return (
    <article class="c-card c-pad" part="card" aria-label={title}>
      {!left && <p class="c-action">{title}</p>}
      {view}
    </article>
  );
});
