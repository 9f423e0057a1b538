import { writeFileSync } from 'node:fs';
import { calibrateAbstention, loadLibrary } from '../packages/assistant/dist/intents.js';
import { ROOT } from './run.mjs';

/*
 * Fits how far the library's intents may be trusted, from the phrasings of the library alone: each quarter of the intents
 * is hidden in turn. Run it after phrasings, cues or features changed: npm run build && node scripts/library-abstention.mjs
 */
const FILE = `${ROOT}packages/assistant/src/library/abstention.ts`;

const line = ({ bias, weights }) =>
  `{ bias: ${bias.toFixed(4)}, weights: [${weights.map((weight) => weight.toFixed(4)).join(', ')}] }`;

const parts = [];
for (const lang of ['zh-CN', 'en']) {
  const { examples, cues, plain } = await loadLibrary(lang);
  const { inScope, right } = calibrateAbstention(examples, { cues, plain });
  parts.push(
    `  ${lang === 'en' ? lang : `'${lang}'`}: {\n    inScope: ${line(inScope)},\n    right: ${line(right)},\n  },`,
  );
}
writeFileSync(
  FILE,
  `import type { Language } from '../text/language.ts';
import type { Abstention } from '../understanding/abstain.ts';

/** How far the library may be trusted in each language. Written by scripts/library-abstention.mjs. */
export const ABSTENTION: Readonly<Record<Language, Abstention>> = {
${parts.join('\n')}
};
`,
);
