import { useDesk } from '../desk-context.ts';
import type { Board } from './board.ts';
import { useFigures } from './use-figures.ts';

function Tile(props: {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly change?: { readonly text: string; readonly good: boolean } | undefined;
}) {
  const { name, value, note, change } = props;
  return (
    <div class="tile">
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {change && <span class={change.good ? 'change good' : 'change bad'}>{change.text}</span>}
        <small>{note}</small>
      </dd>
    </div>
  );
}

/** The numbers that are looked at first, with their change against the span before. */
export function Tiles({ board }: { readonly board: Board }) {
  const { t } = useDesk();
  const figures = useFigures();
  const { minute, waiting, bot, satisfaction, volume, before } = board;
  const points = (part: number, whole: number, wasPart: number, wasWhole: number) => {
    if (whole === 0 || wasWhole === 0) return undefined;
    const by = Math.round((100 * part) / whole) - Math.round((100 * wasPart) / wasWhole);
    if (by === 0) return undefined;
    return { text: t(by > 0 ? 'numbers.up' : 'numbers.down', { n: Math.abs(by) }), good: by > 0 };
  };
  const median = waiting.firstReply.median;
  const faster = median === undefined || before.firstReply === undefined ? 0 : before.firstReply - median;
  const known = bot.of - bot.pending;
  return (
    <dl class="tiles">
      <Tile
        name={t('numbers.minute')}
        value={figures.share(minute.met, minute.of)}
        note={t('numbers.minute.of', { n: figures.count(minute.of) })}
        change={points(minute.met, minute.of, before.minute.met, before.minute.of)}
      />
      <Tile
        name={t('numbers.firstReply')}
        value={figures.time(median)}
        note={t('numbers.p90', { time: figures.time(waiting.firstReply.p90) })}
        change={
          Math.abs(faster) < 1_000
            ? undefined
            : {
                text: t(faster > 0 ? 'numbers.faster' : 'numbers.slower', { time: figures.time(Math.abs(faster)) }),
                good: faster > 0,
              }
        }
      />
      <Tile
        name={t('numbers.resolved')}
        value={figures.share(bot.resolved, known)}
        note={t('numbers.resolved.of', { n: figures.count(known), pending: figures.count(bot.pending) })}
        change={points(bot.resolved, known, before.bot.resolved, before.bot.of - before.bot.pending)}
      />
      <Tile
        name={t('numbers.satisfaction')}
        value={satisfaction.interval ? figures.share(satisfaction.good, satisfaction.given) : '—'}
        note={
          satisfaction.interval
            ? t('numbers.satisfaction.of', {
                low: figures.share(satisfaction.interval[0], 1),
                high: figures.share(satisfaction.interval[1], 1),
                n: figures.count(satisfaction.given),
              })
            : t('numbers.satisfaction.few', { n: figures.count(satisfaction.given) })
        }
        change={
          before.given < 20 || !satisfaction.interval
            ? undefined
            : points(satisfaction.good, satisfaction.given, before.good, before.given)
        }
      />
      <Tile
        name={t('numbers.sessions')}
        value={figures.count(volume.sessions)}
        note={t('numbers.sessions.of', { n: figures.count(volume.shoppers) })}
      />
    </dl>
  );
}
