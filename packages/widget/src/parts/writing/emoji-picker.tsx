import { noteEmoji, recentEmoji } from '../../state/habits.ts';
import { shellPart } from '../shell-part.tsx';
import { EMOJI, type Emoji, emojiName, findEmoji } from './emoji-data.ts';
import { type Pick, PickGrid, type PickGroup } from './pick-grid.tsx';
import type { PickerProps } from './picker-props.ts';

/** Emoji by group, those used last first. */
export const EmojiPicker = shellPart((shell, { onText, onClose }: PickerProps) => {
  const { t, lang } = shell.words.value;
  const all = EMOJI.flatMap(([, group]) => group);
  const picks = (emoji: readonly Emoji[]): readonly Pick[] =>
    emoji.map((each) => ({ id: each.emoji, name: emojiName(each, lang) }));
  const recent = recentEmoji(shell.memory).flatMap((used) => all.find(({ emoji }) => emoji === used) ?? []);
  const find = (query: string): readonly PickGroup[] =>
    query
      ? [['', picks(findEmoji(query))]]
      : [
          ...(recent.length > 0 ? [[t('emoji.recent'), picks(recent)] as const] : []),
          ...EMOJI.map(([group, emoji]) => [t(`emoji.${group}`), picks(emoji)] as const),
        ];
  return (
    <PickGrid
      label={t('composer.emoji')}
      search={t('emoji.search')}
      none={t('emoji.none')}
      columns={9}
      find={find}
      draw={({ id }) => id}
      onPick={(emoji) => {
        noteEmoji(shell.memory, emoji);
        onText(emoji);
      }}
      onClose={onClose}
    />
  );
});
