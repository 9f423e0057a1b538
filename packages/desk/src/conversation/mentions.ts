import type { TeamMember } from '@xiaoer/core/protocol';

/** Colleagues whose names stand behind an `@` in a note, by id. */
export const mentionsIn = (text: string, team: readonly TeamMember[]): readonly string[] =>
  team.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
