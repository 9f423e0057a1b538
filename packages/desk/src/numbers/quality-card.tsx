import { useDesk } from '../desk-context.ts';
import type { ShownBoard } from './board.ts';
import { Card } from './card.tsx';
import { RankedBars } from './ranked-bars.tsx';
import { TalksList } from './talks-list.tsx';
import { useFigures } from './use-figures.ts';

/** How conversations with people keep to the rules of the shop. */
export function QualityCard({ board, names }: Pick<ShownBoard, 'board' | 'names'>) {
  const { t } = useDesk();
  const figures = useFigures();
  const { of, scores, good, critical, rules, talks } = board.quality;
  return (
    <Card
      id="quality"
      title="numbers.quality"
      how="numbers.quality.how"
      finding={
        of === 0
          ? t('numbers.agents.none')
          : t('numbers.quality.finding', {
              median: figures.count(scores.median ?? 100),
              good: figures.share(good, of),
              critical: figures.count(critical),
            })
      }
    >
      <RankedBars
        label={t('numbers.quality')}
        none={t('numbers.quality.none')}
        heads={[t('numbers.quality.rule'), t('numbers.sessions'), t('numbers.quality.share')]}
        rows={rules.map(({ key, n, critical: bad, talks: theirs }) => {
          const name = names.rules[key] ?? key;
          return {
            key,
            name: bad ? t('numbers.quality.critical', { name }) : name,
            n,
            talks: theirs,
            cells: [figures.count(n), figures.share(n, of)],
          };
        })}
      />
      <TalksList talks={talks} label={t('numbers.quality.low')} />
    </Card>
  );
}
