import { useCallback, useEffect, useState } from 'preact/hooks';
import { keepInAddress, themeInAddress } from './address.ts';
import { ContrastTable, type Measured, tooLittle } from './contrast-table.tsx';
import { CssOutput } from './css-output.tsx';
import { PRESETS, type Preset } from './presets.ts';
import type { Colours, Shown } from './preview/api.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { type Scene, StageBar } from './stage-bar.tsx';
import { cssOf, PLAIN, type Theme } from './theme.ts';
import { Variables } from './variables.tsx';
import type { Words } from './words.ts';

const same = (one: Theme, other: Theme): boolean => cssOf(one) === cssOf(other);

/** The whole page. */
export function Playground({ words, locale }: { readonly words: Words; readonly locale: string }) {
  const [theme, setTheme] = useState(() => themeInAddress(location.hash));
  const [measured, setMeasured] = useState<Measured>({});
  const [scene, setScene] = useState<Scene>({ view: 'conversation', device: 'desktop', locale, dir: 'ltr' });
  const take = useCallback(
    (scheme: Shown['scheme'], colours: Colours) => setMeasured((before) => ({ ...before, [scheme]: colours })),
    [],
  );
  useEffect(() => keepInAddress(theme), [theme]);
  const css = cssOf(theme);
  const short = tooLittle(measured);
  return (
    <main>
      <header>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <div class="controls">
        <fieldset class="presets">
          <legend>{words.presets}</legend>
          {(Object.keys(PRESETS) as Preset[]).map((preset) => (
            <button
              key={preset}
              type="button"
              aria-pressed={same(theme, PRESETS[preset])}
              onClick={() => setTheme(PRESETS[preset])}
            >
              {words.preset[preset]}
            </button>
          ))}
        </fieldset>
        <Variables theme={theme} words={words} onTheme={setTheme} />
        <button type="button" onClick={() => setTheme(PLAIN)}>
          {words.clear}
        </button>
      </div>
      <div class="results">
        <StageBar scene={scene} words={words} onScene={setScene} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <section class="frames" aria-label={words.previews} tabIndex={0} dir="ltr">
          {(['light', 'dark'] as const).map((scheme) => (
            <PreviewFrame
              key={scheme}
              title={words.frame(scheme)}
              scheme={scheme}
              css={css}
              scene={scene}
              onColours={take}
            />
          ))}
        </section>
        <section aria-labelledby="contrast">
          <h2 id="contrast">{words.contrast}</h2>
          <p role="status" class="verdicts" data-enough={short === 0}>
            {measured.light && measured.dark && (short === 0 ? words.allGood : words.short(short))}
          </p>
          <ContrastTable measured={measured} words={words} />
        </section>
        <CssOutput css={css} words={words} />
      </div>
    </main>
  );
}
