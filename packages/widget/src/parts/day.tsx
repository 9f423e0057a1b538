import { useShell } from '../state/shell.ts';

const DAY_MS = 86_400_000;
const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The day on which what follows was said. */
export function Day({ at }: { readonly at: number }) {
  const { t, format } = useShell().words.value;
  const ago = Math.round((midnight(Date.now()) - midnight(at)) / DAY_MS);
  return (
    <li class="day">
      <span>{ago === 0 ? t('day.today') : ago === 1 ? t('day.yesterday') : format.date(at)}</span>
    </li>
  );
}
