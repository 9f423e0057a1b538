import type { HandoffBody } from '@xiaoer/core/protocol';
import { Button } from './button.tsx';
import { part } from './part.tsx';
import { Refusal } from './refusal.tsx';
import type { RendererProps } from './renderer.ts';
import { useAction } from './use-action.ts';

/** Waiting for a person: the live place as a figure and as bars, the time, and the way back to the bot. */
export const HandoffWaiting = part(function HandoffWaiting({ item, body, context }: RendererProps<HandoffBody>) {
  const { t, format, queue } = context;
  const [{ busy, refused }, run] = useAction(context, item);
  const place = queue?.position ?? body.position;
  const estimate = queue ? queue.estimateMs : body.estimateMs;
  const ahead = Math.max(0, (place ?? 1) - 1);
  const minutes = estimate === undefined ? undefined : Math.max(1, Math.ceil(estimate / 60_000));
  return (
    <section class="c-card c-soft c-pad" part="card">
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
      <div class="c-actions">
        <Button busy={busy !== undefined} onPress={() => void run('stay', { do: 'stay-with-bot' })}>
          {t('handoff.stay')}
        </Button>
      </div>
      <Refusal text={refused === '' ? t('card.failed') : refused} />
    </section>
  );
});
