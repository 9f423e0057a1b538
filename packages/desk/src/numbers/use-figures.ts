import { useMemo } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { type Figures, figuresIn } from './figures.ts';

/** Figures in the language that is shown. */
export function useFigures(): Figures {
  const { desk } = useDesk();
  const locale = desk.locale.value;
  return useMemo(() => figuresIn(locale), [locale]);
}
