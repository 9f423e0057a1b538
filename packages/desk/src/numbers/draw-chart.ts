import uPlot from 'uplot';
import { colourOf, fillOf, type Look } from './chart-paint.ts';

/** One series over the days of the span; undefined where a day has no value. */
export interface Series {
  readonly name: string;
  readonly look: Look;
  readonly values: readonly (number | undefined)[];
}

/** A chart over days. */
export interface ChartSpec {
  /** `2026-11-22` */
  readonly days: readonly string[];
  readonly series: readonly Series[];
  /** `stack`: bars on top of each other; `line`: lines, the second dashed. */
  readonly kind: 'stack' | 'line';
  /** Steps that the scale may have. */
  readonly steps?: readonly number[] | undefined;
  /** The least top of the scale, so that a share does not fill the height. */
  readonly top?: number | undefined;
  format(value: number): string;
  day(text: string): string;
}

const HEIGHT = 180;

const stacked = (series: readonly Series[]): readonly (readonly number[])[] => {
  const sums = new Array<number>(series[0]?.values.length ?? 0).fill(0);
  return series.map(({ values }) =>
    values.map((value, n) => {
      sums[n] = (sums[n] ?? 0) + (value ?? 0);
      return sums[n];
    }),
  );
};

/** Draws a chart into an element. The answer marks a day, sizes it anew, and takes it away. */
export function drawChart(element: HTMLElement, spec: ChartSpec) {
  const { days, series, kind, top = 0, steps, format, day } = spec;
  const styles = getComputedStyle(element);
  const paper = styles.getPropertyValue('--_surface').trim();
  const ink = styles.getPropertyValue('--_text-2').trim();
  const grid = styles.getPropertyValue('--_hairline').trim();
  const font = `12px ${styles.fontFamily}`;
  const width = () => Math.max(200, element.clientWidth);
  // The tallest is drawn first: the others stand before it.
  const order = kind === 'stack' ? series.map((one, n) => ({ one, sums: stacked(series)[n] })).reverse() : [];
  const bars = uPlot.paths.bars?.({ size: [0.72, 40] });
  const plot = new uPlot(
    {
      width: width(),
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      scales: {
        // A bar reaches half a day to both sides.
        x: { time: false, range: [-0.5, days.length - 0.5] },
        y: { range: (_, __, max) => [0, Math.max(top, (max ?? 0) * 1.08, 0.0001)] },
      },
      axes: [
        {
          stroke: ink,
          font,
          grid: { show: false },
          ticks: { show: false },
          size: 24,
          space: 56,
          incrs: [1, 2, 7, 14, 28, 56, 112],
          values: (_, places) => places.map((n) => (Number.isInteger(n) && days[n] ? day(days[n]) : '')),
        },
        {
          stroke: ink,
          font,
          grid: { stroke: grid, width: 1 },
          ticks: { show: false },
          size: 56,
          space: 36,
          ...(steps ? { incrs: [...steps] } : {}),
          values: (_, values) => values.map(format),
        },
      ],
      series: [
        {},
        ...(kind === 'stack'
          ? order.map(({ one }) => ({
              label: one.name,
              fill: () => fillOf(element, one.look, paper),
              stroke: paper,
              width: 1,
              ...(bars ? { paths: bars } : {}),
              points: { show: false },
            }))
          : series.map((one, n) => ({
              label: one.name,
              stroke: colourOf(element, one.look),
              width: 2,
              spanGaps: true,
              ...(n > 0 ? { dash: [6, 4] } : {}),
              points: { show: days.length < 40, size: 5 },
            }))),
      ],
    },
    [
      days.map((_, n) => n),
      ...(kind === 'stack'
        ? order.map(({ sums = [] }) => [...sums])
        : series.map(({ values }) => values.map((value) => value ?? null))),
    ],
    element,
  );
  return {
    mark: (n: number) => plot.setCursor({ left: plot.valToPos(n, 'x'), top: 0 }),
    resize: () => plot.setSize({ width: width(), height: HEIGHT }),
    onDay(hear: (n: number | null) => void) {
      plot.over.addEventListener('mousemove', () => hear(plot.cursor.idx ?? null));
      plot.over.addEventListener('mouseleave', () => hear(null));
    },
    destroy: () => plot.destroy(),
  };
}
