import type { Signal } from '@preact/signals-core';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { adoptSheet } from '../../content/adopt-sheet.ts';
import { Icon } from '../../content/icon.tsx';
import { WAITER } from '../../content/sticker-names.ts';
import type { Composer } from '../composer.tsx';
import { SMILE } from '../extra-icon-paths.ts';
import { shellPart } from '../shell-part.tsx';
import { Tool } from '../tool.tsx';
import { useSignal } from '../use-signal.ts';
import { insertText } from './insert-text.ts';
import type { PickerProps } from './picker-props.ts';
import { sendSticker } from './send-sticker.ts';

const TABS = ['emoji', 'stickers'] as const;
type Tab = (typeof TABS)[number];

const chunkOf = (tab: Tab) => (tab === 'emoji' ? import('./emoji-chunk.ts') : import('./sticker-chunk.ts'));

/** Opens and closes the drawer. */
export const PickerButton = shellPart((shell, { open }: { readonly open: Composer['above'] }) => (
  <Tool
    name={shell.words.value.t('composer.emoji')}
    expanded={open.value === 'picker'}
    onPress={() => {
      open.value = open.value === 'picker' ? null : 'picker';
    }}
  >
    <Icon path={SMILE} />
  </Tool>
));

const Tabs = shellPart((shell, { tab }: { readonly tab: Signal<Tab> }) => {
  const { t } = shell.words.value;
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t('picker.tabs')}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
        event.preventDefault();
        tab.value = tab.value === 'emoji' ? 'stickers' : 'emoji';
        event.currentTarget.querySelector<HTMLElement>(`[data-tab=${tab.value}]`)?.focus();
      }}
    >
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          data-tab={each}
          aria-selected={tab.value === each}
          tabIndex={tab.value === each ? 0 : -1}
          onClick={() => {
            tab.value = each;
          }}
        >
          {t(each === 'emoji' ? 'composer.emoji' : 'sticker.label')}
        </button>
      ))}
    </div>
  );
});

/** The drawer: emoji that go into the field, and stickers that are sent. Each is fetched when it is first looked at. */
export const PickerDrawer = shellPart((shell, { composer }: { readonly composer: Composer }) => {
  const { root } = shell;
  const { above, field } = composer;
  const tab = useSignal<Tab>('emoji');
  const picker = useSignal<{ readonly of: ComponentType<PickerProps> } | null>(null);
  const close = () => {
    above.value = null;
    field.current?.focus();
  };

  useEffect(() => {
    let current = true;
    chunkOf(tab.value).then(
      ({ Picker, pickerStyles }) => {
        adoptSheet(root, pickerStyles);
        if (current) picker.value = { of: Picker };
      },
      () => {
        above.value = null;
      },
    );
    return () => {
      current = false;
    };
  }, [root, above, picker, tab.value]);

  useEffect(() => {
    // Escape closes the drawer first, wherever in the foot the cursor is, and the panel next.
    const foot = field.current?.closest<HTMLElement>('.foot');
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Otherwise it is a close request for the sheet of a phone as well.
      event.preventDefault();
      event.stopPropagation();
      above.value = null;
      field.current?.focus();
    };
    foot?.addEventListener('keydown', onKeyDown);
    return () => foot?.removeEventListener('keydown', onKeyDown);
  }, [above, field]);

  const Picker = picker.value?.of;
  return (
    Picker && (
      <div class="picker" part="picker">
        <Picker
          onText={(text) => field.current && insertText(field.current, text)}
          onSticker={(sticker) => {
            close();
            const alt = shell.words.value.t(`sticker.${sticker}` as 'sticker.ok');
            sendSticker(composer, { pack: WAITER, sticker, alt });
          }}
          onClose={close}
        />
        <Tabs tab={tab} />
      </div>
    )
  );
});
