import type { KnowledgeSource } from '@xiaoer/assistant';
import type { Participant } from '@xiaoer/core/protocol';
import { localize } from './shops/field-source.ts';

/** The bot by the name and picture that the shop gives it; where it gives none, each client has words of its own. */
export function botOf({ shop }: Pick<KnowledgeSource, 'shop'>): Participant {
  const { name, avatar } = shop.persona ?? {};
  return {
    role: 'bot',
    id: 'bot',
    ...(name === undefined ? {} : { name: localize(name, shop.locales[0] ?? 'en', shop.locales).slice(0, 80) }),
    ...(avatar === undefined ? {} : { avatar }),
  };
}
