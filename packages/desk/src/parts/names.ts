import type { Participant } from '@xiaoer/core/protocol';
import type { DeskTranslate } from '../locales/translate.ts';

/** Whether the merchant vouched for this shopper. */
export const isSignedIn = (shopper: Participant): boolean => shopper.id.startsWith('user:');

/** What to call a shopper: the name, or the visitor with four signs of the id to tell them apart. */
export const nameOf = (shopper: Participant, t: DeskTranslate): string =>
  shopper.name ??
  t('shopper.visitor', {
    tag: shopper.id
      .replace(/^user:/, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 4)
      .toUpperCase(),
  });

/** A BCP 47 tag in words of the reader's language; the tag itself where nobody knows it. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
