import { useDesk } from '../desk-context.ts';
import { nameOf } from '../parts/names.ts';
import { CloseDialog } from './close-dialog.tsx';
import { Composer } from './composer.tsx';
import { Head } from './head.tsx';
import { PassDialog } from './pass-dialog.tsx';
import { Timeline } from './timeline.tsx';

/** The chosen conversation, or how to choose one. */
export function ConversationPane() {
  const { desk, t } = useDesk();
  const conversation = desk.opened.current.value;
  const shopper = desk.row.value?.shopper;
  if (!conversation) {
    return (
      <main class="pane empty" id="conversation" tabIndex={-1}>
        <h2>{t('empty.title')}</h2>
        <p>{t('empty.text')}</p>
      </main>
    );
  }
  return (
    <main
      class="pane"
      id="conversation"
      tabIndex={-1}
      aria-label={t('talk.label', { name: shopper ? nameOf(shopper, t) : '' })}
    >
      <Head key={`head:${conversation.id}`} conversation={conversation} />
      <Timeline key={`talk:${conversation.id}`} conversation={conversation} />
      <Composer key={`write:${conversation.id}`} conversation={conversation} />
      {desk.passing.value && <PassDialog conversation={conversation} />}
      {desk.closing.value && <CloseDialog conversation={conversation} />}
    </main>
  );
}
