import { useDesk } from '../../desk-context.ts';
import { ALL_LINES, type AuditDesk, type AuditFilter } from './audit-desk.ts';

/** What can be asked for: kinds of acts, by the word before the dot. */
const KINDS = [
  'read',
  'reveal',
  'export',
  'erase',
  'sign-in',
  'account',
  'people',
  'group',
  'teach',
  'settings',
  'alert',
  'retention',
] as const;

/** By whom, what, when and about which shopper. */
export function AuditFilterBar({ audit }: { readonly audit: AuditDesk }) {
  const { t } = useDesk();
  const filter = audit.filter.value;
  const set = (more: Partial<AuditFilter>) => {
    audit.filter.value = { ...filter, ...more };
  };
  const people = Object.entries(audit.names.value).sort(([, a], [, b]) => a.localeCompare(b));
  const changed = Object.values(filter).some((value) => value !== '');
  return (
    <form
      class="audit-filter"
      onSubmit={(event) => {
        event.preventDefault();
        set({ shopper: String(new FormData(event.currentTarget).get('shopper') ?? '').trim(), about: '' });
      }}
    >
      <select
        aria-label={t('audit.who')}
        value={filter.who}
        onChange={(event) => set({ who: event.currentTarget.value })}
      >
        <option value="">{t('audit.everybody')}</option>
        {people.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="command">{t('audit.command')}</option>
        <option value="house">{t('audit.house')}</option>
      </select>
      <select
        aria-label={t('audit.what')}
        value={filter.what}
        onChange={(event) => set({ what: event.currentTarget.value })}
      >
        <option value="">{t('audit.everything')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`audit.kind.${kind}`)}
          </option>
        ))}
      </select>
      <input
        type="date"
        aria-label={t('audit.from')}
        value={filter.from}
        max={filter.to}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <input
        type="date"
        aria-label={t('audit.to')}
        value={filter.to}
        min={filter.from}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <input
        key={filter.shopper}
        name="shopper"
        type="search"
        aria-label={t('audit.shopper')}
        placeholder={t('audit.shopper')}
        defaultValue={filter.shopper}
        maxLength={200}
      />
      <button type="submit" class="button">
        {t('audit.find')}
      </button>
      {changed && (
        <button
          type="button"
          class="link"
          onClick={() => {
            audit.filter.value = ALL_LINES;
          }}
        >
          {t('audit.all')}
        </button>
      )}
    </form>
  );
}
