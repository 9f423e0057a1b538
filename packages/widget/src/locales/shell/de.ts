import type { ShellStrings } from './strings.ts';

export const lang = 'de';

/** Everything else in German. */
export const later = () => import('../later/de.ts');

/** The shell in German. */
export const shell: ShellStrings = {
  'launcher.open': 'Chat öffnen',
  'launcher.close': 'Chat schließen',
  'launcher.unread': { one: 'Chat öffnen, {n} neue Nachricht', other: 'Chat öffnen, {n} neue Nachrichten' },
  'bot.name': 'Xiaoer',
  'panel.title': 'Zu Ihren Diensten',
  'panel.assistant': 'Automatischer Assistent',
  'panel.close': 'Schließen',
  'panel.person': 'Mit einem Menschen sprechen',
  'timeline.label': 'Unterhaltung',
  'timeline.new': 'Neu',
  'row.you': 'Sie',
  'status.queued': 'Wird gesendet, sobald Sie online sind',
  'status.sending': 'Wird gesendet',
  'connection.offline': 'Offline. Ihre Nachrichten warten hier.',
  'connection.retry': 'Jetzt versuchen',
  'composer.placeholder': 'Nachricht schreiben',
  'composer.ask': 'Frage zu diesem Produkt',
  'composer.send': 'Senden',
  'composer.refused': 'Das ließ sich nicht speichern. Ihr Text ist noch da: Versuchen Sie es noch einmal.',
  'empty.title': 'Treten Sie ein.\nWas darf es sein?',
  'empty.text': 'Ich kenne den Laden und Ihre Bestellungen. Wenn es einen Menschen braucht, hole ich einen.',
  'privacy.note': 'Antworten kommen automatisch.',
  'privacy.link': 'Datenschutz',
};
