import type { TimelineItem } from '@xiaoer/core';
import { Icon } from '../content/icon.tsx';
import { CLOCK, WARN } from '../content/icon-paths.ts';
import type { Shell } from './shell.ts';
import { shellPart } from './shell-part.tsx';

const TROUBLE = ['offline', 'degraded', 'stopped'] as const;

/** Why messages have to wait, if they have to. Reading it keeps the reader up to date. */
export const trouble = ({ client }: Shell): (typeof TROUBLE)[number] | undefined =>
  TROUBLE.find((state) => state === client.value.connection.value.state);

/** How an own message stands: in an icon and a word, and what can be done. Nothing when it has been sent. */
export const Delivery = shellPart((shell, { item }: { readonly item: TimelineItem }) => {
  const { t } = shell.words.value;
  const { status } = item;
  if (!status || status === 'sent' || status === 'uploading') return null;
  if (status === 'failed' || status === 'expired') {
    const extras = shell.extras.chunk.value;
    if (!extras) shell.extras.load().catch(() => {});
    return (
      <div class="delivery bad">
        <Icon path={WARN} />
        {t(`status.${status}`)}
        {extras && <extras.FailedActions item={item} />}
      </div>
    );
  }
  const waits = status === 'queued';
  return (
    <div class={`delivery ${waits ? 'waits' : 'soon'}`}>
      <Icon path={CLOCK} />
      {t(waits ? 'status.queued' : 'status.sending')}
      {item.unsaved && ` · ${t('status.unsaved')}`}
    </div>
  );
});
