import { type Control, GROUPS } from './controls.ts';
import { type Theme, withValue } from './theme.ts';
import { ValueField } from './value-field.tsx';
import type { Words } from './words.ts';

interface Props {
  readonly theme: Theme;
  readonly words: Words;
  readonly onTheme: (theme: Theme) => void;
}

/** A colour has two fields: for light, or both, and for dark. */
function Row({ control, theme, words, onTheme }: Props & { readonly control: Control }) {
  const { token, is, twin } = control;
  const { name } = token;
  const inDark = twin ? ({ part: 'values', name: twin.name } as const) : ({ part: 'dark', name } as const);
  const common = { is, words };
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        <span class="sets">{words.sets[name] ?? token.sets}</span>
      </th>
      <td colSpan={is === 'colour' ? 1 : 2}>
        <ValueField
          {...common}
          id={`v-${name}`}
          label={name}
          name={name}
          value={theme.values[name] ?? ''}
          standard={token.light.replaceAll('`', '')}
          onValue={(value) => onTheme(withValue(theme, 'values', name, value))}
        />
      </td>
      {is === 'colour' && (
        <td>
          <ValueField
            {...common}
            id={`d-${name}`}
            label={words.inDark(name)}
            name={name}
            value={theme[inDark.part][inDark.name] ?? ''}
            standard={(twin?.dark ?? token.dark ?? '').replaceAll('`', '')}
            onValue={(value) => onTheme(withValue(theme, inDark.part, inDark.name, value))}
          />
        </td>
      )}
    </tr>
  );
}

/** Every variable of the widget, with a field for each of its values. */
export function Variables({ theme, words, onTheme }: Props) {
  return (
    <>
      {GROUPS.map(({ title, controls }) => (
        <section key={title} aria-labelledby={`g-${title}`}>
          <h2 id={`g-${title}`}>{words.group[title]}</h2>
          <table class="variables">
            <thead>
              <tr>
                <th scope="col">{words.variable}</th>
                <th scope="col" colSpan={title === 'colours' ? 1 : 2}>
                  {title === 'colours' ? words.light : `${words.light}, ${words.dark}`}
                </th>
                {title === 'colours' && <th scope="col">{words.dark}</th>}
              </tr>
            </thead>
            <tbody>
              {controls.map((control) => (
                <Row key={control.token.name} control={control} theme={theme} words={words} onTheme={onTheme} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
