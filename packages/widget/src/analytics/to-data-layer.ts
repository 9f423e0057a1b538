import type { AnalyticsEvent } from './analytics-event.ts';

/**
 * Puts an event into the page's `dataLayer`, which it makes where there is none: `{ event: 'xiaoer_chat_opened', … }`, with
 * the parameters under `xiaoer_` as well, so that they meet nobody else's.
 */
export function toDataLayer({ name, parameters }: AnalyticsEvent): void {
  const page = window as { dataLayer?: unknown };
  if (!Array.isArray(page.dataLayer)) page.dataLayer = [];
  const own = Object.entries(parameters).map(([key, value]) => [`xiaoer_${key}`, value]);
  (page.dataLayer as unknown[]).push({ event: `xiaoer_${name}`, ...Object.fromEntries(own) });
}
