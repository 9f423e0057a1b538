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
  'timeline.label': 'Conversation',
  'timeline.new': 'New',
  'row.you': 'You',
  'status.queued': 'Leaves when you are online',
  'status.sending': 'Sending',
  'connection.offline': 'Offline. Your messages wait here.',
  'connection.retry': 'Try now',
  'composer.placeholder': 'Write a message',
  'composer.ask': 'Ask about this product',
  'composer.send': 'Send',
  'composer.refused': 'This could not be kept. Your words are still here: try again.',
  'empty.title': 'Come in.\nWhat can I bring you?',
  'empty.text': 'I know the shop and your orders. When it takes a person, I fetch one.',
  'privacy.note': 'Answers are automatic.',
  'privacy.link': 'Privacy',
};
