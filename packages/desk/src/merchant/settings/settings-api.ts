import { isObject } from '@xiaoer/core/protocol';
import {
  isOverview,
  isVersion,
  type SettingChange,
  type SettingsOverview,
  type SettingsRefusal,
  type SettingsVersion,
} from './setting.ts';

/** What came of a request. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: SettingsRefusal };

/** The server's settings. Everything resolves. */
export interface SettingsApi {
  overview(): Promise<Answered<SettingsOverview>>;
  versions(): Promise<Answered<readonly SettingsVersion[]>>;
  save(body: {
    readonly id: string;
    readonly changes: readonly SettingChange[];
    readonly note: string;
    readonly base: number;
  }): Promise<Answered<{ readonly version: number; readonly overview: SettingsOverview }>>;
  undo(id: string, version: number): Promise<Answered<readonly SettingsVersion[]>>;
}

const HERE = '/desk/api/settings';
const refused = (body: unknown): { readonly ok: false; readonly refusal: SettingsRefusal } => ({
  ok: false,
  refusal:
    isObject(body) && typeof body['code'] === 'string' ? (body as unknown as SettingsRefusal) : { code: 'failed' },
});

const versionsIn = (body: unknown): Answered<readonly SettingsVersion[]> =>
  isObject(body) && Array.isArray(body['versions'])
    ? { ok: true, value: body['versions'].filter(isVersion) }
    : refused(body);

/** Asks the server the page is from. */
export function fetchSettings(ask: (address: string, init?: RequestInit) => Promise<Response>): SettingsApi {
  const send = async (path: string, body?: object): Promise<unknown> => {
    try {
      const answer = await (body
        ? ask(`${HERE}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
        : ask(`${HERE}${path}`));
      return await answer.json();
    } catch {
      return { code: 'offline' };
    }
  };
  return {
    async overview() {
      const body = await send('');
      return isOverview(body) ? { ok: true, value: body } : refused(body);
    },
    versions: async () => versionsIn(await send('/versions')),
    async save(wish) {
      const body = await send('/versions', wish);
      if (!isOverview(body) || !isObject(body)) return refused(body);
      return { ok: true, value: { version: Number(body['version']), overview: body } };
    },
    undo: async (id, version) => versionsIn(await send('/undo', { id, version })),
  };
}
