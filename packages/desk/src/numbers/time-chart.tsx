import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTable } from './chart-table.tsx';
import { type ChartSpec, drawChart } from './draw-chart.ts';
import { useFigures } from './use-figures.ts';

const said = ({ series, format }: ChartSpec, n: number): string =>
  series
    .flatMap(({ name, values }) => {
      const value = values[n];
      return value === undefined ? [] : [`${name} ${format(value)}`];
    })
    .join(' · ');

/** Where a key leads among the days. */
function dayAfter(key: string, at: number | null, last: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, (at ?? -1) + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, (at ?? last + 1) - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/**
 * A chart over days. It is a slider over them: the arrow keys walk through the days, each of which is told in words. What
 * it shows is in a table too.
 */
export function TimeChart(props: {
  readonly label: string;
  readonly spec: Omit<ChartSpec, 'days' | 'day'>;
  readonly days: readonly string[];
}) {
  const { t } = useDesk();
  const figures = useFigures();
  const { label, days } = props;
  const spec: ChartSpec = { ...props.spec, days, day: figures.day };
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof drawChart> | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const drawn = JSON.stringify([days, spec.kind, spec.series]);

  // What is drawn is told by its text.
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const draw = () => {
      chart.current?.destroy();
      chart.current = drawChart(element, spec);
      chart.current.onDay(setAt);
    };
    draw();
    setAt(null);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    // The sheet follows the scheme first.
    const repaint = () => requestAnimationFrame(draw);
    const sizes = new ResizeObserver(() => chart.current?.resize());
    dark.addEventListener('change', repaint);
    sizes.observe(element);
    return () => {
      dark.removeEventListener('change', repaint);
      sizes.disconnect();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [drawn]);

  const last = days.length - 1;
  const day = at === null ? undefined : days[at];
  const words = day === undefined || at === null ? t('numbers.walk') : `${figures.day(day)}: ${said(spec, at)}`;
  return (
    <figure class="chart">
      <ChartLegend series={spec.series} kind={spec.kind} />
      <div
        ref={place}
        class="plot"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at ?? 0}
        aria-valuetext={words}
        onKeyDown={(event) => {
          const to = dayAfter(event.key, at, last);
          if (to === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          setAt(to);
          chart.current?.mark(to);
        }}
      />
      <figcaption class={at === null ? 'chart-day faint' : 'chart-day'} aria-hidden="true">
        {words}
      </figcaption>
      <ChartTable label={label} spec={spec} />
    </figure>
  );
}
