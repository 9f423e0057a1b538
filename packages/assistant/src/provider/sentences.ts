/** One sentence of a text that cites its facts. */
export interface CitedSentence {
  /** Without the citations. */
  readonly text: string;
  /** Numbers of facts, as they were cited. */
  readonly cites: readonly number[];
}

/** Cuts a text that comes in pieces into sentences. */
export interface SentenceCutter {
  /** Takes a piece and gives the sentences that are complete with it. */
  take(piece: string): readonly CitedSentence[];
  /** The text is over: what is left is a sentence, if it was cited or ended. */
  end(): readonly CitedSentence[];
}

const CITE = '[\\[【［]\\s*\\d{1,3}(?:\\s*[,，、;；]\\s*\\d{1,3})*\\s*[\\]】］]';
const CITES = new RegExp(CITE, 'g');

/**
 * A sentence, with the citations before or after its mark. What follows must have begun, for a citation may still come; a
 * full stop ends one only before a new beginning, so that «3.5 kg» and «approx. 3 kg» stay whole.
 */
const COMPLETE = new RegExp(
  `^(?:[^。！？!?\\n]*?(?:[。！？!?]+["”」』)）]*|\\.(?=\\s*${CITE}|\\s+["“「『(（]?[\\p{Lu}\\p{Script=Han}])|(?=\\n)))(?:\\s*${CITE})*(?=\\n|\\s*[^\\s\\[【［.。！？!?"”」』)）])`,
  'su',
);

function read(raw: string): CitedSentence | undefined {
  const cites = [...raw.matchAll(CITES)].flatMap(([one]) => (one.match(/\d+/g) ?? []).map(Number));
  const text = raw
    .replace(CITES, '')
    .replace(/\*\*|__|`|^#+\s/g, '')
    .replace(/^\s*(?:[-*•]|\d+[.)、])\s+/, '')
    .replace(/[ \t]+(?=[.。,，!！?？;；])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(text) ? { text, cites: [...new Set(cites)] } : undefined;
}

/** Characters after which something that never ends is no sentence: it is left out to its end. */
const LONGEST = 600;

/** A cutter for one text. */
export function createSentenceCutter(): SentenceCutter {
  let rest = '';
  let tooLong = false;
  const cut = (): readonly CitedSentence[] => {
    const found: CitedSentence[] = [];
    for (;;) {
      rest = rest.replace(/^\s+/, '');
      const match = COMPLETE.exec(rest)?.[0];
      if (match === undefined || match === '') break;
      rest = rest.slice(match.length);
      const sentence = tooLong ? undefined : read(match);
      tooLong = false;
      if (sentence) found.push(sentence);
    }
    if (rest.length > LONGEST) {
      rest = '';
      tooLong = true;
    }
    return found;
  };
  return {
    take(piece) {
      rest += piece;
      return cut();
    },
    end() {
      const found = [...cut()];
      const last = !tooLong && /[。！？!?.\]】］]["”」』)）]*\s*$/.test(rest) ? read(rest) : undefined;
      rest = '';
      return last ? [...found, last] : found;
    },
  };
}
