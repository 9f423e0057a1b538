export {
  ANALYTICS_NAMES,
  type AnalyticsEvent,
  type AnalyticsEvents,
  type AnalyticsName,
} from './analytics-event.ts';
export { toDataLayer } from './to-data-layer.ts';
export { watchChat } from './watch-chat.ts';
