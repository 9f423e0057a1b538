import { parseArgs } from 'node:util';
import { CHINESE, calibrateAbstention, canCalibrate, evaluate, trainRecogniser } from '@xiaoer/assistant/intents';
import { readLabelled } from './read-labelled.ts';
import { evaluationJson, evaluationLines } from './report.ts';

const NEEDED = ['train', 'test', 'text', 'label'] as const;

/**
 * `eval`: trains the engine on one labelled file and tries it on another. Rows of the training file with the label of
 * what is out of scope are left out: the abstention learns from hidden classes alone.
 */
export async function runEval(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      text: { type: 'string' },
      label: { type: 'string' },
      oos: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const { train, test, text, label, oos } = values;
  if (train === undefined || test === undefined || text === undefined || label === undefined) {
    const missing = NEEDED.filter((name) => values[name] === undefined).map((name) => `--${name}`);
    throw new Error(
      `${missing.join(', ')} missing. Use: npx xiaoer eval --train FILE --test FILE --text COLUMN --label COLUMN`,
    );
  }
  const taught = readLabelled(train, text, label);
  const asked = readLabelled(test, text, label);
  const examples = taught.rows.filter((row) => row.label !== oos);
  const classes = new Set(examples.map((row) => row.label)).size;
  if (classes < 2)
    throw new Error(
      `${train}: there ${classes === 1 ? 'is one label' : 'are no labels'} in "${label}"; at least two are needed to tell apart.`,
    );
  const started = performance.now();
  const recogniser = trainRecogniser(examples, CHINESE);
  const trainMs = Math.round(performance.now() - started);
  const abstention = oos !== undefined && canCalibrate(examples) ? calibrateAbstention(examples, CHINESE) : undefined;
  const result = evaluate(recogniser, asked.rows, { abstention, oos, monotonic: () => performance.now() });
  const trained = {
    rows: examples.length,
    classes,
    ms: trainMs,
    bytes: recogniser.bytes,
    skipped: taught.skipped + asked.skipped,
  };
  if (values.json) return JSON.stringify({ train: trained, ...evaluationJson(result) });
  return [
    `trained on ${trained.rows} rows of ${classes} classes in ${trainMs} ms; ${trained.bytes} bytes`,
    ...(trained.skipped > 0 ? [`${trained.skipped} rows without text or label were left out`] : []),
    ...evaluationLines(result),
  ].join('\n');
}
