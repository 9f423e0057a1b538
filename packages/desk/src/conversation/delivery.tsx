import type { TimelineItem } from '@xiaoer/core';
import { useDesk } from '../desk-context.ts';
import { Icon } from '../parts/icon.tsx';

/** How an own message stands, and what can be done with one that was not sent. Nothing is said of one that was. */
export function Delivery({ item }: { readonly item: TimelineItem }) {
  const { desk, t } = useDesk();
  const conversation = desk.opened.current.value;
  if (!item.mine || !item.status || item.status === 'sent' || !conversation) return null;
  if (item.status === 'uploading') {
    return (
      <p class="delivery">
        <Icon name="clock" />
        {t('state.uploading', { n: Math.round((item.progress ?? 0) * 100) })}
        <button type="button" class="link" onClick={() => void desk.client.discard(item.id)}>
          {t('state.cancel')}
        </button>
      </p>
    );
  }
  if (item.status !== 'failed' && item.status !== 'expired') {
    return (
      <p class="delivery">
        <Icon name="clock" />
        {t(item.status === 'queued' ? 'state.queued' : 'state.sending')}
      </p>
    );
  }
  const { content } = item;
  const edit = async (text: string) => {
    desk.drafts.giveBack(conversation.id, content.kind === 'note' ? 'note' : 'reply', text);
    await desk.client.discard(item.id);
  };
  return (
    <p class="delivery failed">
      <Icon name="alert" />
      {t(item.status === 'failed' ? 'state.failed' : 'state.expired')}
      <button type="button" class="link" onClick={() => void desk.client.resend(item.id)}>
        {t('state.retry')}
      </button>
      {(content.kind === 'text' || content.kind === 'note') && (
        <button type="button" class="link" onClick={() => void edit(content.body.text)}>
          {t('state.edit')}
        </button>
      )}
      <button type="button" class="link" onClick={() => void desk.client.discard(item.id)}>
        {t('state.delete')}
      </button>
    </p>
  );
}
