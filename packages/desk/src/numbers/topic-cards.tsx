import { useDesk } from '../desk-context.ts';
import type { ShownBoard } from './board.ts';
import { Card } from './card.tsx';
import { RankedBars } from './ranked-bars.tsx';
import { topicName } from './topic-name.ts';
import { useFigures } from './use-figures.ts';

/** What shoppers ask, which words they use more than before, and which products they ask about. */
export function TopicCards({ board, names }: Pick<ShownBoard, 'board' | 'names'>) {
  const { t } = useDesk();
  const figures = useFigures();
  const { questions, words, products } = board;
  const [first, rising, product] = [questions[0], words[0], products[0]];
  return (
    <>
      <Card
        id="questions"
        title="numbers.questions"
        how="numbers.questions.how"
        finding={
          first
            ? t('numbers.questions.finding', { name: topicName(first.key, names.topics, t), n: first.n })
            : t('numbers.nothing')
        }
        wide
      >
        <RankedBars
          label={t('numbers.questions')}
          none={t('numbers.nothing')}
          heads={[
            t('numbers.question'),
            t('numbers.sessions'),
            t('numbers.week'),
            t('numbers.weekBefore'),
            t('numbers.missed'),
          ]}
          rows={questions.map(({ key, n, lately, before, missed, talks }) => ({
            key,
            name: topicName(key, names.topics, t),
            n,
            talks,
            cells: [figures.count(n), figures.count(lately), figures.count(before), figures.share(missed, n)],
          }))}
        />
      </Card>
      <Card
        id="words"
        title="numbers.words"
        how="numbers.words.how"
        finding={
          rising
            ? t('numbers.words.finding', { word: rising.key, n: rising.n, before: rising.before })
            : t('numbers.words.none')
        }
      >
        <RankedBars
          label={t('numbers.words')}
          none={t('numbers.words.none')}
          heads={[t('numbers.word'), t('numbers.week'), t('numbers.weekBefore')]}
          rows={words.map(({ key, n, before, talks }) => ({
            key,
            name: key,
            n,
            talks,
            cells: [figures.count(n), figures.count(before)],
          }))}
        />
      </Card>
      <Card
        id="products"
        title="numbers.products"
        how="numbers.products.how"
        finding={
          product
            ? t('numbers.products.finding', { name: names.products[product.key] ?? product.key, n: product.n })
            : t('numbers.nothing')
        }
      >
        <RankedBars
          label={t('numbers.products')}
          none={t('numbers.nothing')}
          heads={[t('numbers.product'), t('numbers.sessions'), t('numbers.toPerson')]}
          rows={products.map(({ key, n, handed, talks }) => ({
            key,
            name: names.products[key] ?? key,
            n,
            talks,
            cells: [figures.count(n), figures.share(handed, n)],
          }))}
        />
      </Card>
    </>
  );
}
