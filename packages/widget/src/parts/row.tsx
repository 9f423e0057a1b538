import type { TimelineItem } from '@xiaoer/core';
import { ItemView } from '../content/item-view.tsx';
import { Delivery, trouble } from './delivery.tsx';
import { Face } from './face.tsx';
import { faceOf, nameOf } from './shell.ts';
import { shellPart } from './shell-part.tsx';

/** One message in its place: who and when, the bubble or card, and how an own one stands. */
export const Row = shellPart((shell, { item, head }: { readonly item: TimelineItem; readonly head: boolean }) => {
  const words = shell.words.value;
  const { t, format } = words;
  // An op waits for a moment before every link; it is drawn as waiting only when there is none.
  const shown = item.status === 'queued' && !trouble(shell) ? { ...item, status: 'sending' as const } : item;
  const extras = shell.extras.chunk.value;
  const line = shell.registry.find(item.content).frame === 'line';
  return (
    <li class={`row ${line ? 'line' : item.mine ? 'out' : 'in'}${head ? ' head' : ''}`} data-key={item.key}>
      {!line &&
        (item.mine ? (
          <span class="c-hidden">{t('row.you')}</span>
        ) : (
          head && (
            <div class="by">
              <Face name={faceOf(item.from)} />
              <b dir="auto">{nameOf(item.from, words)}</b>
              <time dateTime={new Date(item.at).toISOString()}>{format.time(item.at)}</time>
            </div>
          )
        ))}
      {extras?.rowHead(item)}
      <ItemView item={shown} registry={shell.registry} context={shell.cards} />
      {item.mine && <Delivery item={shown} />}
      {extras?.rowFoot(shell, item)}
    </li>
  );
});
