import { isObject } from '@xiaoer/core/protocol';
import type { Localized } from '../teaching/knowledge-answer.ts';

/** Days of the week, as the server names them. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** Ranges such as `09:00-18:00`; `09:00-` while one is typed. */
export type Ranges = readonly string[];
export type Week = Readonly<Partial<Record<Day, Ranges>>>;
/** Days with hours of their own, by date. */
export type Dates = Readonly<Record<string, Ranges>>;

/** A greeting of some pages; of all where `pages` is absent. */
export interface GreetingRule {
  readonly pages?: readonly string[] | undefined;
  readonly text: Localized;
  readonly questions?: readonly Localized[] | undefined;
  readonly after?: number | undefined;
  readonly every?: number | undefined;
}

/** Questions of some pages. */
export interface QuestionsRule {
  readonly pages?: readonly string[] | undefined;
  readonly questions: readonly Localized[];
}

/** A reply that agents say often. */
export interface ReplySetting {
  readonly title: Localized;
  readonly text: Localized;
}

/** What becomes of a place: docs/merchant.md. */
export type Step = { readonly do: 'set'; readonly to: unknown } | { readonly do: 'clear' } | { readonly do: 'reset' };

/** A change as the server takes it. */
export type SettingChange = Step & { readonly place: string };

/** Values by place. */
export type Values = Readonly<Record<string, unknown>>;

/** What the server tells of the settings. */
export interface SettingsOverview {
  readonly base: number;
  readonly shop: { readonly name: Localized; readonly locales: readonly string[]; readonly currency: string };
  readonly files: Values;
  readonly now: Values;
}

interface Was {
  readonly place: string;
  readonly value?: unknown;
}

/** One version of the settings. */
export interface SettingsVersion {
  readonly version: number;
  readonly at: number;
  readonly by: { readonly id: string; readonly name?: string | undefined };
  readonly note?: string | undefined;
  readonly changes: readonly SettingChange[];
  readonly undone?: { readonly at: number; readonly by: { readonly id: string; readonly name?: string | undefined } };
  readonly was: readonly Was[];
  /** What taking it back would change. */
  readonly back?: readonly Was[] | undefined;
}

/** A wrong place of what was sent. */
export interface SettingMistake {
  readonly at: string;
  readonly place?: string | undefined;
  readonly message: string;
}

/** Why something was not done: a code of the server, `offline` where there was no answer. */
export interface SettingsRefusal {
  readonly code: string;
  readonly message?: string | undefined;
  readonly mistakes?: readonly SettingMistake[] | undefined;
  /** Who changed it meanwhile. */
  readonly by?: Pick<SettingsVersion, 'by' | 'version'> | undefined;
}

export const isOverview = (value: unknown): value is SettingsOverview =>
  isObject(value) &&
  typeof value['base'] === 'number' &&
  isObject(value['now']) &&
  isObject(value['files']) &&
  isObject(value['shop']) &&
  Array.isArray(value['shop']['locales']);

export const isVersion = (value: unknown): value is SettingsVersion =>
  isObject(value) &&
  typeof value['version'] === 'number' &&
  Array.isArray(value['changes']) &&
  Array.isArray(value['was']);
