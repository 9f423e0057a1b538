import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../content/icon.tsx';
import { DOWN } from '../content/icon-paths.ts';
import { part } from '../content/part.tsx';
import { initial } from './face.tsx';
import { Mark } from './mark.tsx';
import { useShell } from './shell.ts';

/** The button that opens and closes the panel. Focus comes back to it on every close. */
export const Launcher = part(function Launcher() {
  const shell = useShell();
  const button = useRef<HTMLButtonElement>(null);
  const { t, format } = shell.words.value;
  const open = shell.panel.value === 'open';
  const unread = open ? 0 : shell.client.value.unread.value;
  const { label } = shell.options.value;
  const agent = shell.client.value.handoff.value.agent;
  const was = useRef(open);

  useLayoutEffect(() => {
    // From here on the loader's handler would open what this one closes.
    if (button.current) button.current.onclick = null;
  }, []);
  useLayoutEffect(() => {
    if (was.current && !open) button.current?.focus({ preventScroll: true });
    was.current = open;
  }, [open]);

  const name = open ? t('launcher.close') : unread > 0 ? t('launcher.unread', { n: unread }) : t('launcher.open');
  return (
    <button
      ref={button}
      type="button"
      part="launcher"
      class="launcher"
      aria-expanded={open}
      aria-haspopup="dialog"
      aria-label={label && !open && unread === 0 ? label : name}
      onClick={() => (open ? shell.close() : shell.open())}
    >
      {open ? <Icon path={DOWN} /> : <Mark />}
      {label}
      {unread > 0 && (
        <span class="badge" part="badge" aria-hidden="true">
          {unread > 99 ? '99+' : format.number(unread)}
        </span>
      )}
      {agent && !open && (
        <span class="with" aria-hidden="true">
          {initial(agent.name)}
        </span>
      )}
    </button>
  );
});
