import type { ComponentType } from 'preact';
import type { DeskKey } from '../locales/strings.ts';

/** Headings of the list of pages, in their order. */
export const PAGE_GROUPS = ['knows', 'serves', 'house'] as const;

/** One page of the merchant's room. */
export interface MerchantPage {
  /** Its name in the address: `#shop/answers`. */
  readonly id: string;
  readonly group: (typeof PAGE_GROUPS)[number];
  readonly name: DeskKey;
  /** Its code is fetched when somebody first goes there. */
  readonly load: () => Promise<ComponentType>;
}

/** Every page, in the order of the list. A page is a folder beside this file and a line here. */
export const MERCHANT_PAGES: readonly MerchantPage[] = [
  {
    id: 'answers',
    group: 'knows',
    name: 'answers.title',
    load: () => import('./answers/answers-page.tsx').then(({ AnswersPage }) => AnswersPage),
  },
  {
    id: 'unanswered',
    group: 'knows',
    name: 'lessons.title',
    load: () => import('./unanswered/unanswered-page.tsx').then(({ UnansweredPage }) => UnansweredPage),
  },
  {
    id: 'try',
    group: 'knows',
    name: 'trial.title',
    load: () => import('./trial/trial-page.tsx').then(({ TrialPage }) => TrialPage),
  },
  {
    id: 'sure',
    group: 'knows',
    name: 'sure.title',
    load: () => import('./sure/sure-page.tsx').then(({ SurePage }) => SurePage),
  },
  {
    id: 'versions',
    group: 'knows',
    name: 'versions.title',
    load: () => import('./versions/versions-page.tsx').then(({ VersionsPage }) => VersionsPage),
  },
  {
    id: 'hours',
    group: 'serves',
    name: 'hours.title',
    load: () => import('./hours/hours-page.tsx').then(({ HoursPage }) => HoursPage),
  },
  {
    id: 'words',
    group: 'serves',
    name: 'words.title',
    load: () => import('./page-words/words-page.tsx').then(({ WordsPage }) => WordsPage),
  },
  {
    id: 'persona',
    group: 'serves',
    name: 'persona.title',
    load: () => import('./persona/persona-page.tsx').then(({ PersonaPage }) => PersonaPage),
  },
  {
    id: 'promises',
    group: 'serves',
    name: 'promises.title',
    load: () => import('./promises/promises-page.tsx').then(({ PromisesPage }) => PromisesPage),
  },
  {
    id: 'replies',
    group: 'serves',
    name: 'replies.title',
    load: () => import('./replies/replies-page.tsx').then(({ RepliesPage }) => RepliesPage),
  },
  {
    id: 'flows',
    group: 'serves',
    name: 'flows.title',
    load: () => import('./flows/flows-page.tsx').then(({ FlowsPage }) => FlowsPage),
  },
  {
    id: 'theme',
    group: 'house',
    name: 'theme.title',
    load: () => import('./theme/theme-page.tsx').then(({ ThemePage }) => ThemePage),
  },
  {
    id: 'people',
    group: 'house',
    name: 'people.title',
    load: () => import('./people/people-page.tsx').then(({ PeoplePage }) => PeoplePage),
  },
  {
    id: 'audit',
    group: 'house',
    name: 'audit.title',
    load: () => import('./audit/audit-page.tsx').then(({ AuditPage }) => AuditPage),
  },
  {
    id: 'set-versions',
    group: 'house',
    name: 'setversions.title',
    load: () => import('./settings/set-versions-page.tsx').then(({ SetVersionsPage }) => SetVersionsPage),
  },
];

/** The pages as the list shows them: by group. */
export const PAGES_IN_ORDER: readonly MerchantPage[] = PAGE_GROUPS.flatMap((group) =>
  MERCHANT_PAGES.filter((page) => page.group === group),
);
