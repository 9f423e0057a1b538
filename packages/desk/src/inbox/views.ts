import type { DeskKey } from '../locales/strings.ts';
import type { Section, SectionName } from './sections.ts';

/** What part of the inbox is shown. */
export type ViewName = 'waiting' | 'mine' | 'all' | 'left';

/** The views in their order, each with its word and the key behind G. */
export const VIEWS: readonly { readonly name: ViewName; readonly label: DeskKey; readonly key: string }[] = [
  { name: 'waiting', label: 'view.waiting', key: 'w' },
  { name: 'mine', label: 'view.mine', key: 'm' },
  { name: 'all', label: 'view.all', key: 'a' },
  { name: 'left', label: 'view.left', key: 'l' },
];

const SHOWN: Readonly<Partial<Record<ViewName, SectionName>>> = { waiting: 'waiting', mine: 'mine', left: 'left' };

/** The sections of a view. */
export const sectionsIn = (sections: readonly Section[], view: ViewName): readonly Section[] =>
  view === 'all' ? sections : sections.filter(({ name }) => name === SHOWN[view]);

/** How many conversations a view has. */
export const countIn = (sections: readonly Section[], view: ViewName): number =>
  sectionsIn(sections, view).reduce((sum, { rows }) => sum + rows.length, 0);
