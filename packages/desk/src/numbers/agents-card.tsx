import { useDesk } from '../desk-context.ts';
import type { ShownBoard } from './board.ts';
import { Card } from './card.tsx';
import { ScrollTable } from './scroll-table.tsx';
import { TalksList } from './talks-list.tsx';
import { useFigures } from './use-figures.ts';

/** From here on an agent has more than is good. */
const HEAVY = 0.85;

/** What each agent did and carries. */
export function AgentsCard({ board, names }: Pick<ShownBoard, 'board' | 'names'>) {
  const { t } = useDesk();
  const figures = useFigures();
  const { agents } = board;
  const heavy = agents.filter(({ load }) => load >= HEAVY).length;
  const heads = [
    'agent',
    'taken',
    'lines',
    'firstReply',
    'handling',
    'busy',
    'atOnce',
    'peak',
    'load',
    'rated',
  ] as const;
  return (
    <Card
      id="agents"
      title="numbers.agents"
      how="numbers.agents.how"
      finding={
        agents.length === 0 ? t('numbers.agents.none') : t('numbers.agents.finding', { n: agents.length, heavy })
      }
      wide
    >
      {agents.length > 0 && (
        <ScrollTable label={t('numbers.agents')}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`numbers.agents.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agents.map((one) => (
              <tr key={one.agent}>
                <th scope="row">
                  {names.agents[one.agent] ?? one.agent}
                  <TalksList quiet talks={one.talks} label={names.agents[one.agent] ?? one.agent} />
                </th>
                <td>{figures.count(one.taken)}</td>
                <td>{figures.count(one.lines)}</td>
                <td>{figures.time(one.firstReply.median)}</td>
                <td>{figures.time(one.handling.median)}</td>
                <td>{figures.time(one.busyMs)}</td>
                <td>{figures.count(one.atOnce)}</td>
                <td>{figures.count(one.peak)}</td>
                <td class={one.load >= HEAVY ? 'heavy' : undefined}>
                  {figures.share(one.load, 1)}
                  {one.load >= HEAVY && <span class="heavy-mark">{t('numbers.agents.heavy')}</span>}
                </td>
                <td>
                  {one.ratings === 0 ? '—' : `${figures.share(one.good, one.ratings)} (${figures.count(one.ratings)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Card>
  );
}
