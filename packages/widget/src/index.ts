export type { Commands, TokenSource, Verb } from './commands.ts';
export { TAG, type XiaoerChatElement } from './element.ts';
export type { Answer, Listener, WidgetDomEvent, WidgetEventName, WidgetEvents } from './events.ts';
export { define, mount } from './mount.ts';
export type { Consent, FocusProduct, WidgetOptions } from './options.ts';
export { TOKENS, type Token } from './theme/tokens.ts';
