import type { TimelineItem } from '@xiaoer/core';
import { useEffect, useState } from 'preact/hooks';
import { part } from '../content/part.tsx';
import { plainText } from '../content/plain-text.ts';
import type { Words } from '../state/language.ts';
import { nameOf, useShell } from './shell.ts';

/** How long arrivals are gathered, so that a reply of three parts is read as one. */
const GATHER_MS = 250;

/** What is read out of an item; empty for marks. */
async function spoken(item: TimelineItem, words: Words): Promise<string> {
  const { t } = words;
  const { content } = item;
  if (content.kind === 'handoff') {
    const { state, agent } = content.body;
    if (state === 'joined') return t('announce.joined', { name: agent?.name ?? nameOf(item.from, words) });
    if (state === 'requested') return '';
    return t(`announce.${state}`);
  }
  const text = (await plainText(content)).trim();
  return text && t('announce.message', { name: nameOf(item.from, words), text });
}

/**
 * The one polite live region. It reads what arrives, each message once, and never history: it listens to the event,
 * which comes once for a message, and not to the list. While the panel is closed it tells the number only.
 */
export const Announcer = part(function Announcer() {
  const shell = useShell();
  const [text, setText] = useState('');
  useEffect(() => {
    let gathered: Promise<string>[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const lines = gathered;
      gathered = [];
      const heard = (await Promise.all(lines)).filter(Boolean);
      if (heard.length === 0) return;
      const open = shell.panel.value === 'open';
      setText(open ? heard.join('\n') : shell.words.value.t('launcher.unread', { n: shell.client.value.unread.value }));
    };
    const end = shell.events.on('message:received', (item) => {
      gathered.push(spoken(item, shell.words.value));
      clearTimeout(timer);
      timer = setTimeout(read, GATHER_MS);
    });
    const endLink = shell.events.on('connection:changed', ({ state }) => {
      if (shell.panel.value === 'open' && (state === 'offline' || state === 'stopped'))
        setText(shell.words.value.t(`connection.${state}`));
    });
    return () => {
      clearTimeout(timer);
      end();
      endLink();
    };
  }, [shell]);
  return (
    <div class="c-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
});
