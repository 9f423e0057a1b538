import type { Plural } from '../plural.ts';

/** Keys of the shell: launcher, panel, composer, timeline. */
export interface ShellStrings {
  readonly 'launcher.open': string;
  readonly 'launcher.close': string;
  readonly 'launcher.unread': Plural;
  readonly 'bot.name': string;
  readonly 'panel.title': string;
  readonly 'panel.assistant': string;
  readonly 'panel.close': string;
  readonly 'panel.person': string;
  readonly 'timeline.label': string;
  readonly 'timeline.new': string;
  readonly 'row.you': string;
  readonly 'status.queued': string;
  readonly 'status.sending': string;
  readonly 'connection.offline': string;
  readonly 'connection.retry': string;
  readonly 'composer.placeholder': string;
  readonly 'composer.ask': string;
  readonly 'composer.send': string;
  readonly 'composer.refused': string;
  readonly 'empty.title': string;
  readonly 'empty.text': string;
  readonly 'privacy.note': string;
  readonly 'privacy.link': string;
}
