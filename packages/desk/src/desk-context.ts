import type { Format } from '@xiaoer/widget/locales';
import { formats } from '@xiaoer/widget/locales';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Desk } from './desk-client.ts';
import { type DeskTranslate, deskTranslator } from './locales/translate.ts';

/** The desk of this page. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk, its strings and its formats. */
export interface UseDesk {
  readonly desk: Desk;
  readonly t: DeskTranslate;
  readonly format: Format;
}

/** Reads the desk in a part. Throws outside of `DeskContext`. */
export function useDesk(): UseDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A part of the desk stands outside of DeskContext.');
  const locale = desk.locale.value;
  return useMemo(
    () => ({ desk, t: deskTranslator(locale), format: formats(locale, () => desk.now.peek()) }),
    [desk, locale],
  );
}
