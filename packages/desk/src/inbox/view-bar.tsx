import { useDesk } from '../desk-context.ts';
import { countIn, VIEWS } from './views.ts';

/** The four views of the inbox, each with how much is in it. */
export function ViewBar() {
  const { desk, t } = useDesk();
  const sections = desk.sections.value;
  return (
    <fieldset class="views">
      <legend class="sr">{t('view.title')}</legend>
      {VIEWS.map(({ name, label, key }) => (
        <button
          key={name}
          type="button"
          aria-pressed={desk.view.value === name}
          aria-keyshortcuts={`G ${key.toUpperCase()}`}
          onClick={() => {
            desk.view.value = name;
          }}
        >
          {t(label)} <span class="count">{countIn(sections, name)}</span>
        </button>
      ))}
    </fieldset>
  );
}
