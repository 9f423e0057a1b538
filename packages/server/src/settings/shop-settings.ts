import * as v from 'valibot';
import { flowIn, textOf } from '../shops/flow-text.ts';
import type { ShopFolder } from '../shops/load-folder.ts';
import { schemaAt } from './places.ts';
import { heldBy, type SettingsVersions } from './setting.ts';

/** The settings of a shop by their places. */
export type Settings = Readonly<Record<string, unknown>>;

const under = (part: string, values: object | undefined): Settings =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[`${part}/${name}`, value as unknown]],
    ),
  );

/** What the shop's files say, by place. */
export function settingsIn({ knowledge, hours, greetings, questions, replies }: ShopFolder): Settings {
  const { flows = [] } = knowledge;
  const { dates, ...week } = hours ?? {};
  const { persona, policies, timeZone } = knowledge.shop;
  return {
    ...under('hours', { week: Object.keys(week).length > 0 ? week : undefined, dates, timeZone }),
    ...under('persona', persona),
    ...under('policies', policies),
    ...(greetings.length > 0 ? { greetings } : {}),
    ...(questions.length > 0 ? { questions } : {}),
    ...under('flows', Object.fromEntries(flows.map((flow) => [flow.id, textOf(flow)]))),
    ...under('replies', Object.fromEntries(replies.map(({ id, title, text }) => [id, { title, text }]))),
  };
}

/** What holds, and the changes that another program saved and this one cannot read. */
export interface HeldSettings {
  readonly settings: Settings;
  readonly problems: readonly { readonly place: string; readonly version: number }[];
}

/** The files' settings with the changes that hold over them. */
export function settingsWith(files: Settings, versions: SettingsVersions): HeldSettings {
  const settings: Record<string, unknown> = { ...files };
  const problems: { place: string; version: number }[] = [];
  for (const [place, { change, version }] of heldBy(versions)) {
    const schema = schemaAt(place);
    if (change.do === 'clear') delete settings[place];
    else if (change.do === 'set') {
      const read = schema && v.safeParse(schema, change.to);
      if (read?.success) settings[place] = read.output;
      else problems.push({ place, version });
    }
  }
  return { settings, problems };
}

const partOf = (settings: Settings, part: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([place, value]) =>
      place.startsWith(`${part}/`) ? [[place.slice(part.length + 1), value]] : [],
    ),
  );

const some = <T extends object>(values: T): T | undefined => (Object.keys(values).length > 0 ? values : undefined);

/** The shop as the settings have it; the rest as its files do. */
export function folderWith(folder: ShopFolder, settings: Settings): ShopFolder {
  const { week, dates, timeZone } = partOf(settings, 'hours') as {
    week?: ShopFolder['hours'];
    dates?: NonNullable<ShopFolder['hours']>['dates'];
    timeZone?: string;
  };
  const replies = partOf(settings, 'replies') as Readonly<Record<string, Omit<ShopFolder['replies'][number], 'id'>>>;
  const { shop } = folder.knowledge;
  const flows = Object.values(partOf(settings, 'flows')).flatMap((text) => flowIn(String(text)) ?? []);
  const flowsOff = Object.keys(partOf(settings, 'flows-off'));
  return {
    ...folder,
    hours: some({ ...week, ...(dates ? { dates } : {}) }),
    greetings: (settings['greetings'] as ShopFolder['greetings'] | undefined) ?? [],
    questions: (settings['questions'] as ShopFolder['questions'] | undefined) ?? [],
    replies: Object.entries(replies).map(([id, reply]) => ({ id, ...reply })),
    knowledge: {
      ...folder.knowledge,
      flows: flows.length > 0 ? flows : undefined,
      flowsOff: flowsOff.length > 0 ? flowsOff : undefined,
      shop: {
        ...shop,
        timeZone,
        persona: some(partOf(settings, 'persona')),
        policies: some(partOf(settings, 'policies')),
      },
    },
  };
}
