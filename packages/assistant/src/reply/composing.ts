import type { Knowledge } from '../knowledge/knowledge.ts';
import { pick } from '../knowledge/localized.ts';
import type { Language } from '../text/language.ts';
import { withEmoji } from './persona.ts';
import { leastSaid } from './said-before.ts';
import type { Templates } from './templates/templates.ts';
import { speak } from './templates/wordings.ts';

/** What a plan is composed for. */
export interface Occasion {
  readonly knowledge: Knowledge;
  readonly lang: Language;
  /** Keys of the lines of the last turns, the newest turn first. */
  readonly said?: readonly (readonly string[])[] | undefined;
  /** The shopper is upset: nothing light is said. */
  readonly upset?: boolean | undefined;
}

/** What a line is composed with. */
export interface Composing extends Occasion {
  /** The lines of the language, in the tone of the shop. */
  readonly t: Templates;
  /** Name of who speaks. */
  readonly me: string;
}

/** The lines for an occasion: none is said as it was said of late while there is another way to say it. */
export function composingFor(occasion: Occasion): Composing {
  const { knowledge, lang, said, upset } = occasion;
  const { persona = {} } = knowledge.source.shop;
  const tone = upset && persona.tone === 'playful' ? 'warm' : (persona.tone ?? 'warm');
  const voice = knowledge.voices.get(lang) ?? [...knowledge.voices.values()][0];
  if (!voice) throw new Error('No language is loaded: compileKnowledge needs a pack of one.');
  const t = speak(voice, tone, (ways) => leastSaid(ways, said), persona.emoji && !upset ? withEmoji : undefined);
  return { ...occasion, t, me: persona.name === undefined ? t.me() : pick(persona.name, lang) };
}
