import type { TimelineItem } from '@xiaoer/core';
import { type CardContext, ContentView } from '@xiaoer/widget/content';
import { enStrings, translator, zhCnStrings } from '@xiaoer/widget/locales';
import { useMemo } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { registry } from './registry.ts';

/** One message, drawn by the widget's own renderer: agents see what shoppers see, and can press nothing. */
export function Card({ item }: { readonly item: TimelineItem }) {
  const { desk, format } = useDesk();
  const locale = desk.locale.value;
  const context = useMemo<CardContext>(
    () => ({
      reader: 'desk',
      locale,
      t: translator(locale === 'zh-CN' ? zhCnStrings : enStrings, locale),
      format,
      queue: null,
      isLatest: () => false,
      // Agents read; what a card may ask for here is the address of a file.
      act: async (action) =>
        action.do === 'link' ? { ok: true, value: await desk.client.fileLink(action.url) } : { ok: false },
    }),
    [locale, format, desk.client],
  );
  return <ContentView registry={registry} item={item} context={context} />;
}
