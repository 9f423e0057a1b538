import { useDesk } from '../desk-context.ts';
import { FEELINGS, OUTCOMES, type ShownBoard } from './board.ts';
import { Card } from './card.tsx';
import type { Look } from './chart-paint.ts';
import { TalksList } from './talks-list.tsx';
import { TimeChart } from './time-chart.tsx';
import { useFigures } from './use-figures.ts';

const OUTCOME_LOOKS: Readonly<Record<(typeof OUTCOMES)[number], Look>> = {
  resolved: { colour: 1, pattern: 'plain' },
  pending: { colour: 6, pattern: 'dots' },
  repeated: { colour: 3, pattern: 'stripes' },
  abandoned: { colour: 4, pattern: 'cross' },
  assisted: { colour: 2, pattern: 'lines' },
  person: { colour: 5, pattern: 'back' },
};

const FEELING_LOOKS: Readonly<Record<(typeof FEELINGS)[number], Look>> = {
  glad: { colour: 1, pattern: 'plain' },
  calm: { colour: 6, pattern: 'dots' },
  upset: { colour: 3, pattern: 'stripes' },
  angry: { colour: 4, pattern: 'cross' },
};

/** How sessions with the bot ended, and how shoppers felt. */
export function BotCards({ board, days }: Pick<ShownBoard, 'board' | 'days'>) {
  const { t } = useDesk();
  const figures = useFigures();
  const { bot, emotion } = board;
  const of = (n: number) => figures.share(n, bot.of);
  return (
    <>
      <Card
        id="bot"
        title="numbers.bot"
        how="numbers.bot.how"
        finding={t('numbers.bot.finding', {
          contained: of(bot.contained),
          resolved: of(bot.resolved),
          assisted: of(bot.assisted),
          abandoned: of(bot.abandoned),
          repeated: of(bot.repeated),
        })}
      >
        <TimeChart
          label={t('numbers.bot')}
          days={days}
          spec={{
            kind: 'stack',
            format: figures.count,
            series: OUTCOMES.map((name) => ({
              name: t(`numbers.bot.${name}`),
              look: OUTCOME_LOOKS[name],
              values: bot.byDay.map((sums) => sums[name]),
            })),
          }}
        />
        <TalksList talks={bot.talks.abandoned} label={t('numbers.bot.abandoned')} />
        <TalksList talks={bot.talks.repeated} label={t('numbers.bot.repeated')} />
      </Card>
      <Card
        id="emotion"
        title="numbers.emotion"
        how="numbers.emotion.how"
        finding={t('numbers.emotion.finding', {
          angry: figures.share(emotion.angry, emotion.of),
          upset: figures.share(emotion.upset, emotion.of),
          calmed: figures.share(emotion.calmed, emotion.angry + emotion.upset),
        })}
      >
        <TimeChart
          label={t('numbers.emotion')}
          days={days}
          spec={{
            kind: 'stack',
            format: figures.count,
            series: FEELINGS.map((name) => ({
              name: t(`numbers.emotion.${name}`),
              look: FEELING_LOOKS[name],
              values: emotion.byDay.map((sums) => sums[name]),
            })),
          }}
        />
        <TalksList talks={emotion.talks} label={t('numbers.emotion.angry')} />
      </Card>
    </>
  );
}
