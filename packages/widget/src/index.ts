export type { Commands, TokenSource, Verb } from './commands.ts';
export { TAG, type XiaoerChatElement } from './element.ts';
export type { Lang } from './locales/languages.ts';
export type { OwnStrings } from './locales/own-strings.ts';
export { define, mount } from './mount.ts';
export type { Answer, Listener, WidgetDomEvent, WidgetEventName, WidgetEvents } from './state/events.ts';
export type {
  CardView,
  Chat,
  ComposerAction,
  Extension,
  OwnCard,
  ReplyValues,
  SlotName,
} from './state/extension.ts';
export type { Consent, FocusProduct, WidgetOptions } from './state/options.ts';
export { TOKENS, type Token } from './theme/tokens.ts';
