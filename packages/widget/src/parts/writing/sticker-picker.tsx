import { STICKERS, type StickerName } from '../../content/sticker-names.ts';
import { StickerDrawing } from '../../content/sticker-pack.tsx';
import { noteSticker, recentStickers } from '../../state/habits.ts';
import { shellPart } from '../shell-part.tsx';
import { type Pick, PickGrid, type PickGroup } from './pick-grid.tsx';
import type { PickerProps } from './picker-props.ts';

/** The waiter's stickers with their names, those used last first. Found by name, in the reader's language and in English. */
export const StickerPicker = shellPart((shell, { onSticker, onClose }: PickerProps) => {
  const { t } = shell.words.value;
  const pick = (id: StickerName): Pick => ({ id, name: t(`sticker.${id}`) });
  const all = STICKERS.map(pick);
  const recent = recentStickers(shell.memory)
    .flatMap((used) => STICKERS.find((name) => name === used) ?? [])
    .slice(0, 4);
  const find = (query: string): readonly PickGroup[] => {
    const words = query.toLowerCase().split(/\s+/);
    if (query)
      return [['', all.filter(({ id, name }) => words.every((word) => `${id} ${name.toLowerCase()}`.includes(word)))]];
    const groups: PickGroup[] = [[t('sticker.all'), all]];
    return recent.length > 0 ? [[t('emoji.recent'), recent.map(pick)], ...groups] : groups;
  };
  return (
    <PickGrid
      label={t('sticker.label')}
      search={t('sticker.search')}
      none={t('sticker.none')}
      columns={4}
      find={find}
      draw={({ id, name }) => (
        <>
          <svg viewBox="0 0 96 96" aria-hidden="true">
            <StickerDrawing name={id as StickerName} />
          </svg>
          <span>{name}</span>
        </>
      )}
      onPick={(name) => {
        noteSticker(shell.memory, name);
        onSticker(name);
      }}
      onClose={onClose}
    />
  );
});
