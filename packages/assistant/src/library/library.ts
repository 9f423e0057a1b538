import { createCueReader } from '../text/cues.ts';
import type { Language } from '../text/language.ts';
import { createPlainWords } from '../text/plain-words.ts';
import type { Example, RecogniserOptions } from '../understanding/recogniser.ts';
import { loadIntentWords, loadPack } from './load-pack.ts';

/** What is known of service intents in one language before any merchant has said a word. */
export interface Library extends Pick<RecogniserOptions, 'cues' | 'plain' | 'pinyin' | 'simplify'> {
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
  const [{ phrasings, common, cues, plain: pairs }, { pinyin, simplify }] = await Promise.all([
    loadIntentWords(lang),
    loadPack(lang),
  ]);
  const plain = createPlainWords(pairs);
  const examples = gather(phrasings, common);
  return { lang, examples, cues: createCueReader([cues], plain, pinyin), plain, pinyin, simplify };
}
