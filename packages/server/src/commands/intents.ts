import { parseArgs } from 'node:util';
import type { Language } from '@xiaoer/assistant';
import { ABSTENTION, evaluate, openIntents } from '@xiaoer/assistant/intents';
import { languageOption } from './language-option.ts';
import { readLabelled } from './read-labelled.ts';
import { evaluationJson, evaluationLines } from './report.ts';

/** `intents`: tries the built-in library alone on a labelled file, without any training row. */
export async function runIntents(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      test: { type: 'string' },
      text: { type: 'string', default: 'text' },
      label: { type: 'string', default: 'intent' },
      oos: { type: 'string', default: 'oos' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (values.test === undefined) throw new Error('--test missing. Use: npx xiaoer intents --test FILE');
  const { rows, skipped } = readLabelled(values.test, values.text, values.label);
  const lang: Language = languageOption(values.lang, rows.map(({ text }) => text).join('\n'));
  const started = performance.now();
  const { recogniser } = await openIntents(lang);
  const loadMs = Math.round(performance.now() - started);
  const result = evaluate(recogniser, rows, {
    abstention: ABSTENTION[lang],
    oos: values.oos,
    monotonic: () => performance.now(),
  });
  if (values.json) return JSON.stringify({ lang, loadMs, bytes: recogniser.bytes, skipped, ...evaluationJson(result) });
  return [
    `library in ${lang}, ${recogniser.labels.length} intents, loaded in ${loadMs} ms`,
    ...evaluationLines(result),
  ].join('\n');
}
