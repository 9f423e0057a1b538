import { createCueReader } from '../text/cues.ts';
import type { Language } from '../text/language.ts';
import { createPlainWords } from '../text/plain-words.ts';
import type { Example, RecogniserOptions } from '../understanding/recogniser.ts';

/** What is known of service intents in one language before any merchant has said a word. */
export interface Library extends Pick<RecogniserOptions, 'cues' | 'plain'> {
  readonly lang: Language;
  readonly examples: readonly Example[];
}

/** The phrasings of the library, and what is said most plainly; a text that is among both counts once. */
function gather(
  phrasings: Readonly<Record<string, readonly string[]>>,
  common: Readonly<Record<string, string>>,
): readonly Example[] {
  const said = new Set<string>();
  return Object.entries(phrasings).flatMap(([label, texts]) =>
    [...texts, ...(common[label]?.split('|') ?? [])].flatMap((text) => {
      if (said.has(text)) return [];
      said.add(text);
      return [{ text, label }];
    }),
  );
}

/** Loads the phrasings, cues and plain words of one language; those of the other are not fetched. */
export async function loadLibrary(lang: Language): Promise<Library> {
  if (lang === 'zh-CN') {
    const [{ ZH_PHRASINGS }, { COMMON_ZH }, { CUES_ZH }, { PLAIN_ZH }] = await Promise.all([
      import('./phrasings/zh/index.ts'),
      import('./zh/common.ts'),
      import('./zh/cues.ts'),
      import('./zh/plain.ts'),
    ]);
    const plain = createPlainWords(PLAIN_ZH);
    return { lang, examples: gather(ZH_PHRASINGS, COMMON_ZH), cues: createCueReader([CUES_ZH], plain), plain };
  }
  const [{ EN_PHRASINGS }, { COMMON_EN }, { CUES_EN }, { PLAIN_EN }] = await Promise.all([
    import('./phrasings/en/index.ts'),
    import('./en/common.ts'),
    import('./en/cues.ts'),
    import('./en/plain.ts'),
  ]);
  const plain = createPlainWords(PLAIN_EN);
  return { lang, examples: gather(EN_PHRASINGS, COMMON_EN), cues: createCueReader([CUES_EN], plain), plain };
}
