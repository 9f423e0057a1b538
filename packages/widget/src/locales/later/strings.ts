import type { CardStrings } from '../cards/strings.ts';
import type { Plural } from '../plural.ts';

/** Keys of everything that comes after the panel is open: cards, menu, drawer, questions. */
export interface LaterStrings extends CardStrings {
  readonly 'panel.more': string;
  readonly 'panel.taller': string;
  readonly 'panel.shorter': string;
  readonly 'menu.bot': string;
  readonly 'timeline.pill': Plural;
  readonly 'timeline.latest': string;
  readonly 'timeline.older': string;
  readonly 'composer.emoji': string;
  readonly 'focus.about': string;
  readonly 'focus.clear': string;
  readonly 'question.order': string;
  readonly 'question.delivery': string;
  readonly 'question.return': string;
  readonly 'question.person': string;
  readonly 'consent.title': string;
  readonly 'consent.text': string;
  readonly 'consent.keep': string;
  readonly 'consent.visit': string;
  readonly 'cart.nobody': string;
  readonly 'cart.failed': string;
  readonly 'view.nobody': string;
  readonly 'emoji.search': string;
  readonly 'emoji.none': string;
  readonly 'emoji.recent': string;
  readonly 'emoji.faces': string;
  readonly 'emoji.hands': string;
  readonly 'emoji.things': string;
  readonly 'emoji.signs': string;
  readonly 'status.retry': string;
  readonly 'status.delete': string;
  readonly 'typing.by': string;
  readonly 'typing.word': string;
  readonly 'announce.queued': string;
  readonly 'announce.joined': string;
  readonly 'announce.returned': string;
  readonly 'announce.declined': string;
}
