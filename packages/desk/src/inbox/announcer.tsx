import { effect } from '@preact/signals';
import { fallback } from '@xiaoer/core/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { nameOf } from '../parts/names.ts';

/**
 * The only live region for what happens by itself: a new name in the queue, and the shopper's words in the open
 * conversation. It is empty at first, so that nothing is read out that was there before.
 */
export function Announcer() {
  const { desk, t } = useDesk();
  const [words, setWords] = useState('');

  useEffect(() => {
    const unasked = desk.client.inbox.peek();
    let known: ReadonlySet<string> | undefined;
    return effect(() => {
      const rows = desk.sections.value.find(({ name }) => name === 'waiting')?.rows ?? [];
      // Before the house has told its inbox, an empty list says nothing of who waits.
      if (desk.client.inbox.value === unasked && unasked.length === 0) return;
      const before = known;
      known = new Set(rows.map(({ conversation }) => conversation));
      const fresh = before && rows.find(({ conversation }) => !before.has(conversation));
      if (fresh) setWords(t('inbox.new', { name: nameOf(fresh.shopper, t), n: rows.length }));
    });
  }, [desk, t]);

  useEffect(
    () =>
      desk.client.on('message:received', (item) => {
        if (item.from.role !== 'shopper') return;
        const open = desk.opened.current.peek();
        if (open?.messages.peek().some(({ key }) => key === item.key))
          setWords(t('talk.said', { name: nameOf(item.from, t), text: fallback(item.content) }));
      }),
    [desk, t],
  );

  return (
    <p class="sr" role="status" aria-live="polite">
      {words}
    </p>
  );
}
