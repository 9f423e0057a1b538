import { useDesk } from '../desk-context.ts';
import type { ChartSpec } from './draw-chart.ts';
import { ScrollTable } from './scroll-table.tsx';

/** The numbers that a chart shows, day by day. */
export function ChartTable({ label, spec }: { readonly label: string; readonly spec: ChartSpec }) {
  const { t } = useDesk();
  const { days, series, day, format } = spec;
  return (
    <details class="chart-table">
      <summary>
        {t('numbers.table')}
        <span class="sr">{label}</span>
      </summary>
      <ScrollTable label={label}>
        <thead>
          <tr>
            <th scope="col">{t('numbers.day')}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((one, n) => (
            <tr key={one}>
              <th scope="row">{day(one)}</th>
              {series.map(({ name, values }) => {
                const value = values[n];
                return <td key={name}>{value === undefined ? '—' : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
}
