import type { TimelineItem } from '@xiaoer/core';
import { ItemView } from '../../content/item-view.tsx';
import { layOut } from '../lay-out.ts';
import { nameOf, type Shell } from '../shell.ts';

/** One message on paper: always with who and when, for there is nothing to press that would tell it. */
function PrintedRow({ shell, item }: { readonly shell: Shell; readonly item: TimelineItem }) {
  const { words, registry, cards } = shell;
  const { t, format } = words.peek();
  const line = registry.find(item.content).frame === 'line';
  return (
    <li class={`row ${line ? 'line' : item.mine ? 'out' : 'in'}`}>
      {!line && (
        <div class="by">
          <b dir="auto">{item.mine ? t('row.you') : nameOf(item.from, words.peek())}</b>
          <time dateTime={new Date(item.at).toISOString()}>{format.time(item.at)}</time>
          {item.status && item.status !== 'sent' && t(item.status === 'failed' ? 'status.failed' : 'status.queued')}
        </div>
      )}
      <ItemView item={item} registry={registry} context={cards} />
    </li>
  );
}

/** A whole conversation as it is printed: whose shop, when, and every message. */
export function Printed({ shell, items }: { readonly shell: Shell; readonly items: readonly TimelineItem[] }) {
  const { t, format, locale } = shell.words.peek();
  const shop = shell.client.peek().shop.peek()?.name || shell.options.peek().name || t('panel.title');
  const now = new Date();
  const lines = layOut(items, null, (item) => shell.registry.find(item.content).frame);
  return (
    <>
      <header>
        <h2>
          <bdi>{shop}</bdi>
        </h2>
        <p>{now.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })}</p>
        <p>{t('privacy.note')}</p>
      </header>
      <ol class="list">
        {lines.map((line) =>
          line.is === 'item' ? (
            <PrintedRow key={line.key} shell={shell} item={line.item} />
          ) : (
            <li key={line.key} class={line.is}>
              {line.is === 'day' && format.date(line.at)}
            </li>
          ),
        )}
      </ol>
    </>
  );
}
