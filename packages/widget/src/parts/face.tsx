import { Mark } from './mark.tsx';

/** The first character of a name, as people see it. */
export const initial = (name: string): string =>
  String.fromCodePoint(name.trim().codePointAt(0) ?? 0x2022).toUpperCase();

/** Who speaks: an initial for a person, and otherwise the mark. The name always stands beside it. */
export function Face({ name }: { readonly name?: string | undefined }) {
  return (
    <span class={name === undefined ? 'face' : 'face person'} aria-hidden="true">
      {name === undefined ? <Mark /> : initial(name)}
    </span>
  );
}
