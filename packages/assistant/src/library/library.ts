import { createCueReader } from '../text/cues.ts';
import type { Language } from '../text/language.ts';
import type { Example, RecogniserOptions } from '../understanding/recogniser.ts';

/** What is known of service intents in one language before any merchant has said a word. */
export interface Library extends Pick<RecogniserOptions, 'cues'> {
  readonly lang: Language;
  readonly examples: readonly Example[];
}

const flat = (phrasings: Readonly<Record<string, readonly string[]>>): readonly Example[] =>
  Object.entries(phrasings).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));

/** Loads the phrasings and cues of one language; those of the other are not fetched. */
export async function loadLibrary(lang: Language): Promise<Library> {
  if (lang === 'zh-CN') {
    const [{ ZH_PHRASINGS }, { CUES_ZH }] = await Promise.all([
      import('./phrasings/zh/index.ts'),
      import('./zh/cues.ts'),
    ]);
    return { lang, examples: flat(ZH_PHRASINGS), cues: createCueReader([CUES_ZH]) };
  }
  const [{ EN_PHRASINGS }, { CUES_EN }] = await Promise.all([
    import('./phrasings/en/index.ts'),
    import('./en/cues.ts'),
  ]);
  return { lang, examples: flat(EN_PHRASINGS), cues: createCueReader([CUES_EN]) };
}
