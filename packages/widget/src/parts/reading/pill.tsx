import { Icon } from '../../content/icon.tsx';
import { DOWN } from '../../content/icon-paths.ts';
import { shellPart } from '../shell-part.tsx';
import type { Reading } from './reading.ts';

/** The way back to the end, with the number of what has come meanwhile. */
export const Pill = shellPart((shell, { reading }: { readonly reading: Reading }) => {
  const { t } = shell.words.value;
  const n = reading.fresh.value;
  return (
    <button type="button" class="pill" aria-label={n > 0 ? undefined : t('timeline.latest')} onClick={reading.toEnd}>
      <Icon path={DOWN} />
      {n > 0 && t('timeline.pill', { n })}
    </button>
  );
});
