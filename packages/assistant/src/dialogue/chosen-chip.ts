import { everyText } from '../knowledge/localized.ts';
import { wantsOf } from '../selling/find-products.ts';
import { features, type Segment } from '../text/features.ts';
import { normalise } from '../text/normalise.ts';
import { meet } from '../understanding/similarity.ts';
import { atPlace, readOrdinals } from '../understanding/slots/ordinal.ts';
import { type Context, productById } from './context.ts';
import type { Task } from './plan.ts';
import { seeksGoods } from './seeks-goods.ts';

/** Nearly the label: nine tenths of the words of either are the other's. */
const NEARLY = 0.9;

/** A short word, in segments that say something. */
const SHORT = 2;

/** What the label of a button of ours says, in every language of the shop. */
function labelsOf(value: string, { knowledge }: Context): readonly string[] {
  const task = /^begin:(change-address|change-items|cancel-order)$/.exec(value)?.[1];
  if (task) return [...knowledge.voices.values()].map(({ warm }) => warm.tasks[task as Task]);
  if (value.startsWith('hunt:')) return [value.slice(value.indexOf('=') + 1)];
  const id = value.slice(value.lastIndexOf(':') + 1);
  if (value.startsWith('answer:')) return everyText(knowledge.answers.get(value.slice('answer:'.length))?.question);
  return everyText(productById(knowledge, id)?.title);
}

const plain = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');

/** Share of the segments of one text that another text has. */
function shareOf(segments: readonly Segment[], units: ReadonlyMap<string, number>): number {
  const said = segments.filter(({ concepts }) => !concepts.includes('-'));
  const met = (segment: Segment) =>
    meet(
      segment,
      (key) => (units.has(key) ? 1 : 0),
      () => 1,
    ).share;
  return said.length === 0 ? 0 : said.reduce((sum, segment) => sum + Math.min(1, met(segment) / 0.88), 0) / said.length;
}

/**
 * The button of the last question that a typed text chooses: by its place, by (nearly) its label, or by a short word
 * that only one label has. A text that asks for goods, names a limit or says more than that is a wish of its own.
 */
export function chosenChip(context: Context): string | undefined {
  const { said, state, knowledge, message } = context;
  const offered = state.offered ?? [];
  if (message.reply !== undefined || offered.length === 0) return undefined;
  const text = plain(said.normal.text);
  const wants = wantsOf(said.features);
  const place = said.slots.ordinals[0] ?? (/^[1-9]$/.test(text) ? Number(text) : undefined);
  if (
    place !== undefined &&
    said.slots.ordinals.length <= 1 &&
    wants.every(({ text: word }) => /^\d+$/.test(word) || readOrdinals(word).length > 0)
  )
    return atPlace(offered, place);
  const labels = offered.map((value) => ({
    value,
    said: labelsOf(value, context).map((label) => {
      const normal = normalise(label, knowledge.vocabulary.simplify).text;
      return { text: plain(normal), features: features(normal, knowledge.vocabulary) };
    }),
  }));
  const same = labels.find(({ said: texts }) =>
    texts.some(
      (label) =>
        label.text === text ||
        Math.min(
          shareOf(said.features.segments, label.features.units),
          shareOf(label.features.segments, said.features.units),
        ) >= NEARLY,
    ),
  );
  if (same) return same.value;
  if (said.slots.budget !== undefined || seeksGoods(said) || wants.length === 0 || wants.length > SHORT)
    return undefined;
  const fits = labels.filter(({ said: texts }) =>
    texts.some((label) => wants.every((want) => shareOf([want], label.features.units) >= NEARLY)),
  );
  return fits.length === 1 ? fits[0]?.value : undefined;
}
