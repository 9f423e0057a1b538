import { type DeskTranslate, isDeskKey } from '../locales/translate.ts';

/** The name of what was asked, by `kind:id`: the merchant's words, else ours for it, else the id. */
export function topicName(key: string, names: Readonly<Record<string, string>>, t: DeskTranslate): string {
  const [kind = '', id = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const ours = kind === 'intent' || kind === 'flow' ? `intent.${id}` : '';
  return names[key] ?? (isDeskKey(ours) ? t(ours) : id);
}
