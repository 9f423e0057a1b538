import type { HandoffBody } from '@xiaoer/core/protocol';
import { Button } from './button.tsx';
import { part } from './part.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';
import { useLeave } from './use-leave.tsx';

/** The live place as a figure and as bars, and the time. */
function Place({ body, context }: RendererProps<HandoffBody>) {
  const { t, format, queue } = context;
  const place = queue?.position ?? body.position;
  const estimate = queue ? queue.estimateMs : body.estimateMs;
  const ahead = Math.max(0, (place ?? 1) - 1);
  const minutes = estimate === undefined ? undefined : Math.max(1, Math.ceil(estimate / 60_000));
  return (
    <>
      <div class="c-row c-middle">
        {ahead > 0 && <b class="c-figure">{format.number(ahead)}</b>}
        <p>
          <b class="c-action">
            {place === undefined
              ? t('handoff.calling')
              : ahead > 0
                ? t('handoff.front', { n: ahead })
                : t('handoff.next')}
          </b>
          {minutes !== undefined && <span class="c-sub">{t('handoff.estimate', { n: minutes })}</span>}
        </p>
      </div>
      {place !== undefined && (
        <div class="c-bars" aria-hidden="true">
          {Array.from({ length: Math.min(ahead, 6) }, (_, n) => (
            <i key={n} />
          ))}
          <i class="c-self" />
        </div>
      )}
      <p class="c-detail c-strong">{t('handoff.kept')}</p>
    </>
  );
}

/**
 * Waiting for a person: the place, the way back to the bot, and where it takes long a message to leave instead. Who left
 * one in the queue waits no longer.
 */
export const HandoffWaiting = part(function HandoffWaiting(props: RendererProps<HandoffBody>) {
  const { item, body, context } = props;
  const { t } = context;
  const { agent } = body;
  const [{ busy, refused }, run] = useAction(context, item);
  const stay = () => void run('stay', { do: 'stay-with-bot' });
  const { left, view } = useLeave(props, agent ? undefined : stay);
  return (
    <section class="c-card c-soft c-pad" part="card">
      {!left && (agent ? <p class="c-action">{t('handoff.busy', { name: agent.name })}</p> : <Place {...props} />)}
      {!left && !agent && (
        <div class="c-actions">
          <Button busy={busy !== undefined} onPress={stay}>
            {t('handoff.stay')}
          </Button>
        </div>
      )}
      <Refusal text={refused === '' ? t('card.failed') : refused} />
      {body.leave && view}
    </section>
  );
});
