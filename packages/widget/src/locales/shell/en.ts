import type { ShellStrings } from './strings.ts';

export const lang = 'en';

/** Everything else in English. */
export const later = () => import('../later/en.ts');

/** The shell in English. */
export const shell: ShellStrings = {
  'launcher.open': 'Open chat',
  'launcher.close': 'Close chat',
  'launcher.unread': { one: 'Open chat, {n} new message', other: 'Open chat, {n} new messages' },
  'bot.name': 'Xiaoer',
  'panel.title': 'At your service',
  'panel.assistant': 'Automatic assistant',
  'panel.close': 'Close',
  'panel.person': 'Talk to a person',
  'panel.waiting': 'Waiting for a person',
  'panel.here': 'Here now',
  'timeline.label': 'Conversation',
  'timeline.new': 'New',
  'row.you': 'You',
  'status.queued': 'Leaves when you are online',
  'status.sending': 'Sending',
  'status.failed': 'Not sent',
  'status.expired': 'Not sent for a day',
  'status.unsaved': 'Kept on this page only',
  'connection.offline': 'Offline. Your messages wait here.',
  'connection.degraded': 'The connection is slow. Your messages are kept.',
  'connection.stopped': 'The chat cannot connect. Reload the page to try again.',
  'connection.retry': 'Try now',
  'composer.placeholder': 'Write a message',
  'composer.ask': 'Ask about this product',
  'composer.agent': 'Write to {name}',
  'composer.send': 'Send',
  'composer.full': 'Many messages are waiting to leave. Send this one when you are online again.',
  'composer.long': { one: 'Too long by {n} character', other: 'Too long by {n} characters' },
  'composer.refused': 'This could not be kept. Your words are still here: try again.',
  'empty.title': 'Come in.\nWhat can I bring you?',
  'empty.text': 'I know the shop and your orders. When it takes a person, I fetch one.',
  'privacy.note': 'Answers are automatic.',
  'privacy.link': 'Privacy',
  'card.from': 'From:',
};
