import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useShell } from '../state/shell.ts';
import { Icon } from './icon.tsx';
import { useExtras } from './use-extras.ts';

/** The button of the menu; what is in it comes when it is pressed. */
export function Menu() {
  const shell = useShell();
  const { t } = shell.words.value;
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const extras = useExtras(open.value);
  const close = (focus: boolean) => {
    open.value = false;
    if (focus) button.current?.focus();
  };
  return (
    <div class="menu-box" ref={box}>
      <button
        ref={button}
        type="button"
        class="tool"
        aria-label={t('panel.more')}
        title={t('panel.more')}
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name="more" />
      </button>
      {extras && <extras.MenuItems box={box} onClose={close} />}
    </div>
  );
}
