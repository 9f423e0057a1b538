import type { Look } from './chart-paint.ts';
import type { ChartSpec } from './draw-chart.ts';

const MARKS: Readonly<Record<Look['pattern'], string>> = {
  plain: '',
  stripes: 'M2 10 8 0M8 10 14 0',
  back: 'M2 0 8 10M8 0 14 10',
  lines: 'M0 3h16M0 7h16',
  cross: 'M0 5h16M5 0v10M11 0v10',
  dots: 'M4 5h1M8 5h1M12 5h1',
};

/** What the colours and patterns of a chart mean. */
export const ChartLegend = ({ series, kind }: Pick<ChartSpec, 'series' | 'kind'>) => (
  <ul class="legend">
    {series.map(({ name, look }, n) => (
      <li key={name}>
        <svg
          class={`key key-${look.colour}${kind === 'line' && n > 0 ? ' dashed' : ''}`}
          viewBox="0 0 16 10"
          width="16"
          height="10"
          aria-hidden="true"
        >
          {kind === 'line' ? (
            <path class="key-line" d="M0 5h16" />
          ) : (
            <>
              <rect width="16" height="10" rx="2" />
              <path d={MARKS[look.pattern]} />
            </>
          )}
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
