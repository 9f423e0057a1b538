import { useDesk } from '../desk-context.ts';
import type { ShownBoard } from './board.ts';
import { Card } from './card.tsx';
import type { Look } from './chart-paint.ts';
import { TalksList } from './talks-list.tsx';
import { TimeChart } from './time-chart.tsx';
import { useFigures } from './use-figures.ts';

const FIRST: Look = { colour: 1, pattern: 'plain' };
/** Steps of a scale of time, in milliseconds. */
const STEPS = [10, 30, 60, 120, 300, 600, 1_200, 3_600, 7_200, 14_400, 43_200].map((seconds) => seconds * 1_000);
const SECOND: Look = { colour: 2, pattern: 'plain' };

/** How fast people answer, how long shoppers wait, how long it takes, and what they thought of it. */
export function PeopleCards({ board, days }: Pick<ShownBoard, 'board' | 'days'>) {
  const { t } = useDesk();
  const figures = useFigures();
  const { minute, waiting, handling, satisfaction } = board;
  const percent = (value: number) => figures.share(value, 1);
  return (
    <>
      <Card
        id="minute"
        title="numbers.minute"
        how="numbers.minute.how"
        finding={t('numbers.minute.finding', {
          met: figures.count(minute.met),
          of: figures.count(minute.of),
          outside: figures.count(minute.outside),
        })}
      >
        <TimeChart
          label={t('numbers.minute')}
          days={days}
          spec={{
            kind: 'line',
            top: 1,
            format: percent,
            series: [
              {
                name: t('numbers.minute'),
                look: FIRST,
                values: minute.byDay.map(({ met, of }) => (of === 0 ? undefined : met / of)),
              },
            ],
          }}
        />
        <TalksList talks={minute.talks} label={t('numbers.minute.missed')} />
      </Card>
      <Card
        id="waiting"
        title="numbers.waiting"
        how="numbers.waiting.how"
        finding={t('numbers.waiting.finding', {
          queue: figures.time(waiting.queue.median),
          gone: figures.share(waiting.givenUp, waiting.asked),
          left: figures.count(waiting.left),
          nobody: figures.count(waiting.nobody),
        })}
      >
        <TimeChart
          label={t('numbers.waiting')}
          days={days}
          spec={{
            kind: 'line',
            top: 60_000,
            steps: STEPS,
            format: figures.time,
            series: [
              { name: t('numbers.median'), look: FIRST, values: waiting.byDay.map(({ median }) => median) },
              { name: t('numbers.nine'), look: SECOND, values: waiting.byDay.map(({ p90 }) => p90) },
            ],
          }}
        />
        <TalksList talks={waiting.talks} label={t('numbers.waiting.gone')} />
      </Card>
      <Card
        id="handling"
        title="numbers.handling"
        how="numbers.handling.how"
        finding={t('numbers.handling.finding', {
          work: figures.time(handling.work.median),
          nine: figures.time(handling.work.p90),
          duration: figures.time(handling.duration.median),
        })}
      >
        <TimeChart
          label={t('numbers.handling')}
          days={days}
          spec={{
            kind: 'line',
            steps: STEPS,
            format: figures.time,
            series: [
              { name: t('numbers.median'), look: FIRST, values: handling.byDay.map(({ median }) => median) },
              { name: t('numbers.nine'), look: SECOND, values: handling.byDay.map(({ p90 }) => p90) },
            ],
          }}
        />
      </Card>
      <Card
        id="satisfaction"
        title="numbers.satisfaction"
        how="numbers.satisfaction.how"
        finding={t('numbers.satisfaction.finding', {
          good: figures.count(satisfaction.good),
          given: figures.count(satisfaction.given),
          rate: figures.share(satisfaction.given, satisfaction.asked),
        })}
      >
        <TimeChart
          label={t('numbers.satisfaction')}
          days={days}
          spec={{
            kind: 'stack',
            format: figures.count,
            series: [
              { name: t('numbers.satisfaction.good'), look: FIRST, values: satisfaction.byDay.map(({ good }) => good) },
              {
                name: t('numbers.satisfaction.other'),
                look: { colour: 4, pattern: 'stripes' },
                values: satisfaction.byDay.map(({ given, good }) => given - good),
              },
            ],
          }}
        />
        <TalksList talks={satisfaction.talks} label={t('numbers.satisfaction.bad')} />
      </Card>
    </>
  );
}
