import { useDesk } from '../../desk-context.ts';
import { valueWords } from './setting-words.ts';
import type { Steering } from './steering.ts';

/** Beside a field that says otherwise than the shop's files: what they say, and the way back to it. */
export function OwnValue({ steering, place }: { readonly steering: Steering; readonly place: string }) {
  const { desk, t } = useDesk();
  if (!steering.isOwn(place)) return null;
  const filed = steering.overview.value?.files[place];
  const words = { t, locale: desk.locale.value };
  return (
    <p class="shop-hint own-value">
      {filed === undefined
        ? t('setting.notInFiles')
        : t('setting.inFiles', { value: valueWords(place, filed, words) || t('setting.nothing') })}{' '}
      <button type="button" class="link" onClick={() => steering.reset(place)}>
        {t('setting.reset')}
      </button>
    </p>
  );
}
