import type { Signal } from '@preact/signals-core';
import type { ComponentType, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import type { EmojiPickerProps } from './emoji-picker.tsx';
import { SMILE } from './extra-icon-paths.ts';
import { adoptLater } from './sheets.ts';
import { shellPart } from './shell-part.tsx';
import { Tool } from './tool.tsx';
import { useSignal } from './use-signal.ts';

/** Puts text where the cursor is. */
function insert(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Opens and closes the drawer. */
export const EmojiButton = shellPart((shell, { open }: { readonly open: Signal<boolean> }) => {
  const { t } = shell.words.value;
  return (
    <Tool
      name={t('composer.emoji')}
      expanded={open.value}
      onPress={() => {
        open.value = !open.value;
      }}
    >
      <Icon path={SMILE} />
    </Tool>
  );
});

/** The drawer: fetched when it is opened for the first time. */
export const EmojiDrawer = shellPart(
  (
    shell,
    props: {
      readonly open: Signal<boolean>;
      readonly field: RefObject<HTMLTextAreaElement | null>;
    },
  ) => {
    const { open, field } = props;
    const { root } = shell;
    const picker = useSignal<ComponentType<EmojiPickerProps> | null>(null);

    useEffect(() => {
      import('./emoji-chunk.ts').then(
        ({ EmojiPicker, emojiStyles }) => {
          adoptLater(root, emojiStyles);
          picker.value = EmojiPicker;
        },
        () => {
          open.value = false;
        },
      );
      // Escape closes the drawer first, wherever in the foot the cursor is, and the panel next.
      const foot = field.current?.closest<HTMLElement>('.foot');
      const onKeyDown = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        open.value = false;
      };
      foot?.addEventListener('keydown', onKeyDown);
      return () => foot?.removeEventListener('keydown', onKeyDown);
    }, [root, open, field, picker]);

    const Picker = picker.value;
    return (
      Picker && (
        <Picker
          onPick={(emoji) => field.current && insert(field.current, emoji)}
          onClose={() => {
            open.value = false;
            field.current?.focus();
          }}
        />
      )
    );
  },
);
