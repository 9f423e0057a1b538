import type { Templates } from './templates.ts';

/** A line in one or several ways to say it, the plainest first. */
export type Ways = string | readonly string[];

/** A table of one language: what is said often may be said in several ways. */
export type Wordings = {
  readonly [K in keyof Templates]: Templates[K] extends (...values: infer V) => string
    ? (...values: V) => Ways
    : Templates[K];
};

/** How a shop's assistant speaks: to be respected, to be liked, or to be smiled at. */
export type Tone = 'formal' | 'warm' | 'playful';

/** All ways of one language: the warm ones, and what is said otherwise in another tone. */
export interface Voice {
  readonly warm: Wordings;
  readonly formal: Partial<Wordings>;
  readonly playful: Partial<Wordings>;
}

/** Chooses one of several ways to say a line. */
export type Choose = (ways: readonly string[]) => string;

/** The lines of a voice in a tone, each as the one way that `choose` takes. `mark` may add to a line. */
export function speak(
  voice: Voice,
  tone: Tone,
  choose: Choose,
  mark = (_line: string, text: string) => text,
): Templates {
  const ways: Wordings = tone === 'warm' ? voice.warm : { ...voice.warm, ...voice[tone] };
  const one = ([line, said]: [string, unknown]): [string, unknown] => [
    line,
    typeof said === 'function'
      ? (...values: readonly unknown[]) => {
          const found = said(...values) as Ways;
          return choose((typeof found === 'string' ? [found] : found).map((way) => mark(line, way)));
        }
      : said,
  ];
  return Object.fromEntries(Object.entries(ways).map(one)) as unknown as Templates;
}
