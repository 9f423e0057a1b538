import { LANGUAGES } from '../../../packages/widget/src/locales/languages.ts';
import type { Shown } from './preview/api.ts';
import { KINDS } from './preview/items.ts';
import type { Words } from './words.ts';

/** What the frames show, apart from the theme. */
export interface Scene extends Omit<Shown, 'css' | 'scheme'> {
  readonly device: 'desktop' | 'phone';
}

/** The choice of what the frames show. */
export function StageBar(props: {
  readonly scene: Scene;
  readonly words: Words;
  readonly onScene: (scene: Scene) => void;
}) {
  const { scene, words, onScene } = props;
  const set = (change: Partial<Scene>) => onScene({ ...scene, ...change });
  return (
    <div class="stage-bar">
      <label>
        {words.show}
        <select value={scene.view} onChange={(event) => set({ view: event.currentTarget.value as Scene['view'] })}>
          {(Object.keys(words.view) as (keyof Words['view'])[]).map((view) => (
            <option key={view} value={view}>
              {words.view[view]}
            </option>
          ))}
          <optgroup label={words.kinds}>
            {KINDS.map((kind) => (
              <option key={kind} value={`kind:${kind}`}>
                {kind}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        {words.language}
        <select
          value={scene.locale}
          onChange={({ currentTarget: { value } }) => set({ locale: value, dir: value === 'ar' ? 'rtl' : 'ltr' })}
        >
          {Object.entries(LANGUAGES).map(([lang, name]) => (
            <option key={lang} value={lang} lang={lang}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{words.device}</legend>
        {(['desktop', 'phone'] as const).map((device) => (
          <label key={device}>
            <input type="radio" name="device" checked={scene.device === device} onChange={() => set({ device })} />
            {words[device]}
          </label>
        ))}
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={scene.dir === 'rtl'}
          onChange={(event) => set({ dir: event.currentTarget.checked ? 'rtl' : 'ltr' })}
        />
        {words.rtl}
      </label>
    </div>
  );
}
