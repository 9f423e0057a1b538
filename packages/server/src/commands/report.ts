import type { Evaluation } from '@xiaoer/assistant/intents';

/** Shares as they are told, in percent with one digit; areas with three. */
const percent = (value: number): string => (100 * value).toFixed(1);

const KEYS = ['accuracy', 'macroF1', 'top3', 'auroc', 'inScopeAt80'] as const;

const NAMES: Readonly<Record<(typeof KEYS)[number], string>> = {
  accuracy: 'accuracy',
  macroF1: 'macro-F1',
  top3: 'among the first three',
  auroc: 'AUROC of the abstention',
  inScopeAt80: 'in scope at 80 % OOS recall',
};

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** An evaluation as plain JSON: shares of 1, each with its 95 % interval. */
export const evaluationJson = (result: Evaluation): Readonly<Record<string, unknown>> => ({
  rows: result.rows,
  outOfScope: result.outOfScope,
  unseen: result.unseen,
  ...Object.fromEntries(
    KEYS.flatMap((key) => {
      const figure = result[key];
      return figure ? [[key, { value: round(figure.value), interval: figure.interval.map(round) }]] : [];
    }),
  ),
  ...(result.atThreshold
    ? {
        atThreshold: {
          inScope: round(result.atThreshold.inScope),
          oosRecall: round(result.atThreshold.oosRecall),
        },
      }
    : {}),
  microseconds: Math.round(result.microseconds),
});

/** An evaluation in lines for people. */
export function evaluationLines(result: Evaluation): readonly string[] {
  const lines = [
    `${result.rows} rows in scope${result.outOfScope > 0 ? `, ${result.outOfScope} out of scope` : ''}${result.unseen > 0 ? `, ${result.unseen} of classes that no training row has` : ''}`,
  ];
  for (const key of KEYS) {
    const figure = result[key];
    if (!figure) continue;
    const tell = key === 'auroc' ? (value: number) => value.toFixed(3) : percent;
    lines.push(
      `  ${NAMES[key].padEnd(30)}${tell(figure.value).padStart(6)}   (95 %: ${tell(figure.interval[0])} … ${tell(figure.interval[1])})`,
    );
  }
  if (result.atThreshold)
    lines.push(
      `  at its own threshold          in scope ${percent(result.atThreshold.inScope)}, OOS recall ${percent(result.atThreshold.oosRecall)}`,
    );
  lines.push(`  a query                       ${Math.round(result.microseconds)} µs`);
  return lines;
}
