import { useDesk } from '../desk-context.ts';
import type { DeskKey } from '../locales/strings.ts';
import { lastDays } from './days.ts';
import { csvAddress, type NumbersFilter } from './numbers-api.ts';
import { useFigures } from './use-figures.ts';

const SPANS = [7, 28, 90] as const;

function Choice(props: {
  readonly label: DeskKey;
  readonly all: DeskKey;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}) {
  const { t } = useDesk();
  const { label, all, value, options, onChange } = props;
  return (
    <select aria-label={t(label)} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t(all)}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Which days and which sessions are counted, and what can be done with the numbers. */
export function FilterBar() {
  const { desk, t } = useDesk();
  const figures = useFigures();
  const { numbers } = desk;
  const filter = numbers.filter.value;
  const set = (more: Partial<NumbersFilter>) => {
    const next = { ...filter, ...more };
    if (next.from === '' || next.to === '') return;
    numbers.filter.value = next;
  };
  const shown = numbers.shown.value;
  const { shops = [], groups = [], agents = [], langs = [] } = shown?.board.known ?? {};
  const names = shown?.names.agents ?? {};
  return (
    <div class="number-filter">
      <fieldset class="views">
        <legend class="sr">{t('numbers.span')}</legend>
        {SPANS.map((n) => {
          const span = lastDays(n, desk.now.peek());
          return (
            <button
              key={n}
              type="button"
              aria-pressed={filter.from === span.from && filter.to === span.to}
              onClick={() => set(span)}
            >
              {t('numbers.days', { n })}
            </button>
          );
        })}
      </fieldset>
      <input
        type="date"
        aria-label={t('numbers.from')}
        value={filter.from}
        max={filter.to}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <input
        type="date"
        aria-label={t('numbers.to')}
        value={filter.to}
        min={filter.from}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      {shops.length > 1 && (
        <Choice
          label="numbers.shop"
          all="numbers.allShops"
          value={filter.shop}
          options={shops.map((id) => [id, id])}
          onChange={(shop) => set({ shop })}
        />
      )}
      <Choice
        label="numbers.group"
        all="numbers.allGroups"
        value={filter.group}
        options={groups.map((id) => [id, id])}
        onChange={(group) => set({ group })}
      />
      <Choice
        label="numbers.agent"
        all="numbers.allAgents"
        value={filter.agent}
        options={agents.map((id) => [id, names[id] ?? id])}
        onChange={(agent) => set({ agent })}
      />
      <Choice
        label="numbers.lang"
        all="numbers.allLangs"
        value={filter.lang}
        options={langs.map((id) => [id, figures.language(id)])}
        onChange={(lang) => set({ lang })}
      />
      <span class="spring" />
      <a class="button" href={csvAddress(filter, desk.locale.value)} download="numbers.csv">
        {t('numbers.csv')}
      </a>
      <button type="button" class="button" onClick={() => print()}>
        {t('numbers.print')}
      </button>
    </div>
  );
}
