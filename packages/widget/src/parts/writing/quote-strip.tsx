import { useEffect } from 'preact/hooks';
import { Icon } from '../../content/icon.tsx';
import { CLOSE } from '../../content/icon-paths.ts';
import { REPLY } from '../extra-icon-paths.ts';
import { Excerpt } from '../reading/excerpt.tsx';
import { shellPart } from '../shell-part.tsx';
import { Tool } from '../tool.tsx';

/** The message that the next one answers, until that one is sent or the shopper thinks better of it. */
export const QuoteStrip = shellPart((shell) => {
  const { events, quoted, client, field } = shell;
  const { t } = shell.words.value;
  const item = quoted.value;
  useEffect(
    () =>
      events.on('message:sent', ({ content }) => {
        if (content.kind === 'text' && content.body.quote === quoted.peek()?.seq) quoted.value = null;
      }),
    [events, quoted],
  );
  if (!item) return null;
  // It was taken back, or history was reset, while the answer was written.
  const here = client.value.messages.value.find(({ key }) => key === item.key);
  if (!here || here.retracted) {
    queueMicrotask(() => {
      quoted.value = null;
    });
    return null;
  }
  return (
    <div class="quoting">
      <Icon path={REPLY} />
      <Excerpt item={here} />
      <Tool
        name={t('quote.clear')}
        onPress={() => {
          quoted.value = null;
          field.current?.focus();
        }}
      >
        <Icon path={CLOSE} />
      </Tool>
    </div>
  );
});
