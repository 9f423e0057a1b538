import { isObject } from '@xiaoer/core/protocol';
import type { ComposerAction, Extension } from '../../state/extension.ts';
import { reportMistake } from './report-mistake.ts';

const reported = new WeakSet<object>();

/** What the menu says of an action. @throws TypeError where it cannot be one. */
function labelOf(action: ComposerAction, locale: string): string {
  if (!isObject(action) || typeof action.run !== 'function') throw new TypeError('it needs a function run(chat)');
  const label: unknown = typeof action.label === 'function' ? action.label(locale) : action.label;
  if (typeof label !== 'string' || label === '') throw new TypeError('its label must be a text that is not empty');
  return label;
}

/** The actions of all extensions with their words. One that cannot be an action is left out, and reported once. */
export function ownActions(
  extensions: readonly Extension[],
  locale: string,
): readonly { readonly label: string; readonly action: ComposerAction }[] {
  return extensions
    .flatMap(({ actions }) => actions ?? [])
    .flatMap((action) => {
      try {
        return [{ label: labelOf(action, locale), action }];
      } catch (error) {
        if (!isObject(action) || !reported.has(action)) reportMistake('an action', error);
        if (isObject(action)) reported.add(action);
        return [];
      }
    });
}
