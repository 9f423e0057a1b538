export * from '@xiaoer/core';
export { ChatWidget, type ChatWidgetProps, type WidgetListeners } from './chat-widget.tsx';
export { ClientProvider, useClient } from './client-provider.tsx';
export {
  useClientEvent,
  useConnected,
  useConnection,
  useHandoff,
  useMessages,
  useOutbox,
  useTyping,
  useUnread,
} from './hooks.ts';
export { type ClientSignal, useSignal } from './use-signal.ts';
