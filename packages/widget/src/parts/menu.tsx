import { useRef } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import { DOTS } from './extra-icon-paths.ts';
import { MenuItems } from './menu-items.tsx';
import { shellPart } from './shell-part.tsx';
import { Tool } from './tool.tsx';
import { useSignal } from './use-signal.ts';

/** The button of the menu, and the menu. */
export const Menu = shellPart((shell) => {
  const { t } = shell.words.value;
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (focus: boolean) => {
    open.value = false;
    if (focus) button.current?.focus();
  };
  return (
    <div class="menu-box" ref={box}>
      <Tool
        button={button}
        name={t('panel.more')}
        popup="menu"
        expanded={open.value}
        onPress={() => {
          open.value = !open.value;
        }}
      >
        <Icon path={DOTS} />
      </Tool>
      {open.value && <MenuItems box={box} onClose={close} />}
    </div>
  );
});
