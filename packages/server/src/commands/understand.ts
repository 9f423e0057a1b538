import { parseArgs } from 'node:util';
import { openIntents, SIGNALS } from '@xiaoer/assistant/intents';
import { languageOption } from './language-option.ts';

const MOST = 10_000;

const digits = (value: number): string => value.toFixed(3);

/** `understand`: what the library makes of one text, and why. */
export async function runUnderstand(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const text = positionals.join(' ').trim();
  if (text === '') throw new Error('There is no text. Use: npx xiaoer understand "where is my order"');
  if (text.length > MOST) throw new Error(`The text has ${text.length} characters; ${MOST} is the most.`);
  const lang = languageOption(values.lang, text);
  const said = (await openIntents(lang)).read(text, 5);
  const signals = Object.fromEntries(
    SIGNALS.map((name, i) => [name, Math.round((said.signals[i] ?? 0) * 1000) / 1000]),
  );
  if (values.json)
    return JSON.stringify({
      text,
      lang,
      band: said.band,
      right: said.right,
      inScope: said.inScope,
      ranked: said.ranked,
      nearest: said.nearest,
      cues: said.cues,
      signals,
    });
  return [
    `${said.band}   right ${digits(said.right)}, in scope ${digits(said.inScope)}   (${lang})`,
    ...said.ranked.map(
      ({ label, score, linear, centroid }) =>
        `  ${label.padEnd(22)}${digits(score).padStart(8)}   linear ${digits(linear)}, centroid ${digits(centroid)}`,
    ),
    `hints    ${said.cues.join(', ') || 'none'}`,
    ...(said.nearest ? [`nearest  ${said.nearest.label}: ${said.nearest.text} (${digits(said.nearest.cosine)})`] : []),
    `signals  ${Object.entries(signals)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  ].join('\n');
}
