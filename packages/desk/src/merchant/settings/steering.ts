import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isObject, newId } from '@xiaoer/core/protocol';
import type { DraftStorage } from '../../state/drafts.ts';
import type { MerchantPorts } from '../merchant-desk.ts';
import { type Mistake, mistakesAt } from './mistakes-at.ts';
import type { SettingChange, SettingsOverview, SettingsRefusal, SettingsVersion, Step } from './setting.ts';
import { fetchSettings } from './settings-api.ts';

/** What is changed and not saved, by place. */
type Draft = Readonly<Record<string, Step>>;

/** What the pages about the settings share: what holds, and one draft of changes to it. */
export interface Steering {
  readonly state: ReadonlySignal<'loading' | 'here' | 'failed'>;
  readonly overview: ReadonlySignal<SettingsOverview | undefined>;
  /** Newest last; undefined until asked for. */
  readonly versions: ReadonlySignal<readonly SettingsVersion[] | undefined>;
  /** What is not saved. */
  readonly changes: ReadonlySignal<readonly SettingChange[]>;
  /** What is wrong with it, as far as this page can tell. */
  readonly mistakes: ReadonlySignal<readonly Mistake[]>;
  /** Why it was not saved. */
  readonly refusal: ReadonlySignal<SettingsRefusal | undefined>;
  readonly reviewing: Signal<boolean>;
  readonly note: Signal<string>;
  /** The number of what was saved last, for saying so. */
  readonly saved: Signal<number | undefined>;
  /** What a place holds, with what is not saved. */
  value(place: string): unknown;
  /** Whether a place holds something else than the shop's files say. */
  isOwn(place: string): boolean;
  /** Places that hold something and begin so. */
  places(part: string): readonly string[];
  /** Writes a place; undefined clears it. */
  put(place: string, to: unknown): void;
  /** What the shop's files say shall hold again. */
  reset(place: string): void;
  takeBack(place: string): void;
  discard(): void;
  load(): Promise<void>;
  loadVersions(): Promise<void>;
  save(): Promise<boolean>;
  undo(version: number): Promise<SettingsRefusal | undefined>;
  newId(): string;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const random = () => newId((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
const nameOf = (agent: string): string => `xiaoer-desk-settings:${agent}`;

const isStep = (value: unknown): value is Step =>
  isObject(value) && (value['do'] === 'set' || value['do'] === 'clear' || value['do'] === 'reset');

/** What this person has changed and not saved, on this browser. */
function readDraft(storage: DraftStorage, agent: string): Draft {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(agent)) ?? 'null');
    return isObject(kept) ? (Object.fromEntries(Object.entries(kept).filter(([, step]) => isStep(step))) as Draft) : {};
  } catch {
    return {};
  }
}

/** Keeps it. A full or forbidden storage keeps it as long as the page. */
function keepDraft(storage: DraftStorage, agent: string, draft: Draft): void {
  try {
    if (Object.keys(draft).length > 0) storage.setItem(nameOf(agent), JSON.stringify(draft));
    else storage.removeItem(nameOf(agent));
  } catch {
    // Nobody is stopped from working by it.
  }
}

/** Made once for a desk: `desk.merchant.state(createSteering)`. */
export function createSteering({ ask, storage, me }: MerchantPorts): Steering {
  const api = fetchSettings(ask);
  const state = signal<'loading' | 'here' | 'failed'>('loading');
  const overview = signal<SettingsOverview>();
  const versions = signal<readonly SettingsVersion[]>();
  const draft = signal<Draft>({});
  const refusal = signal<SettingsRefusal>();
  const note = signal('');
  const saved = signal<number>();
  const changes = computed(() =>
    Object.entries(draft.value).map(([place, step]): SettingChange => ({ ...step, place })),
  );
  const mistakes = computed(() =>
    changes.value.flatMap((change) => (change.do === 'set' ? mistakesAt(change.place, change.to) : [])),
  );
  let asked = 0;
  /** The same wish sent again, after an answer that was lost, has the same name. */
  let wish: { readonly what: string; readonly id: string } | undefined;

  effect(() => {
    if (me.value !== undefined) draft.value = readDraft(storage, me.value);
  });

  const change = (place: string, step: Step | undefined) => {
    const next = (before: Draft): Draft => {
      const { [place]: _, ...rest } = before;
      return step ? { ...before, [place]: step } : rest;
    };
    draft.value = next(draft.peek());
    saved.value = undefined;
    refusal.value = undefined;
    const name = me.peek();
    // Another tab of the same person may have written since: only this change goes into what is kept.
    if (name !== undefined) keepDraft(storage, name, next(readDraft(storage, name)));
  };

  const clear = () => {
    draft.value = {};
    refusal.value = undefined;
    const name = me.peek();
    if (name !== undefined) keepDraft(storage, name, {});
  };

  const held = (place: string): unknown => overview.value?.now[place];
  const filed = (place: string): unknown => overview.value?.files[place];
  const value = (place: string): unknown => {
    const step = draft.value[place];
    if (!step) return held(place);
    return step.do === 'set' ? step.to : step.do === 'clear' ? undefined : filed(place);
  };

  return {
    state,
    overview,
    versions,
    changes,
    mistakes,
    refusal,
    reviewing: signal(false),
    note,
    saved,
    value,
    isOwn: (place) => !same(value(place), filed(place)),
    places: (part) =>
      [...new Set([...Object.keys(overview.value?.now ?? {}), ...Object.keys(draft.value)])].filter(
        (place) => place.startsWith(`${part}/`) && value(place) !== undefined,
      ),
    put(place, to) {
      if (same(to, held(place))) change(place, undefined);
      else change(place, to === undefined ? { do: 'clear' } : { do: 'set', to });
    },
    reset: (place) => change(place, same(held(place), filed(place)) ? undefined : { do: 'reset' }),
    takeBack: (place) => change(place, undefined),
    discard: clear,
    async load() {
      asked += 1;
      const mine = asked;
      if (state.peek() !== 'here') state.value = 'loading';
      const told = await api.overview();
      if (mine !== asked) return;
      if (told.ok) overview.value = told.value;
      if (told.ok) state.value = 'here';
      else if (state.peek() !== 'here') state.value = 'failed';
    },
    async loadVersions() {
      const told = await api.versions();
      if (told.ok) versions.value = told.value;
    },
    async save() {
      const sent = { changes: changes.peek(), note: note.peek().trim(), base: overview.peek()?.base ?? 0 };
      const what = JSON.stringify(sent);
      if (wish?.what !== what) wish = { what, id: random() };
      const done = await api.save({ ...sent, id: wish.id });
      if (done.ok) {
        clear();
        note.value = '';
        overview.value = done.value.overview;
        saved.value = done.value.version;
        return true;
      }
      refusal.value = done.refusal;
      // What somebody else has saved is what the own changes are held beside from now on.
      if (done.refusal.code === 'stale') {
        const told = await api.overview();
        if (told.ok) overview.value = told.value;
      }
      return false;
    },
    async undo(version) {
      const done = await api.undo(random(), version);
      if (!done.ok) return done.refusal;
      versions.value = done.value;
      const told = await api.overview();
      if (told.ok) overview.value = told.value;
      return undefined;
    },
    newId: random,
  };
}
