import { createRef } from 'preact';
import { Icon } from '../content/icon.tsx';
import { DOWN } from '../content/icon-paths.ts';
import { initial } from './face.tsx';
import { Mark } from './mark.tsx';
import { ShellPart } from './shell-part.tsx';

/** The button that opens and closes the panel. Focus comes back to it on every close. */
export class Launcher extends ShellPart {
  readonly #button = createRef<HTMLButtonElement>();
  #wasOpen = false;

  override componentDidMount() {
    // From here on the loader's handler would open what this one closes.
    if (this.#button.current) this.#button.current.onclick = null;
    this.#wasOpen = this.shell.panel.value === 'open';
  }

  override componentDidUpdate() {
    const open = this.shell.panel.value === 'open';
    if (this.#wasOpen && !open) this.#button.current?.focus({ preventScroll: true });
    this.#wasOpen = open;
  }

  draw() {
    const shell = this.shell;
    const { t, format } = shell.words.value;
    const client = shell.client.value;
    const open = shell.panel.value === 'open';
    const unread = open ? 0 : client.unread.value;
    const { label } = shell.options.value;
    const { agent } = client.handoff.value;
    const name = open ? t('launcher.close') : unread > 0 ? t('launcher.unread', { n: unread }) : label;
    return (
      <button
        ref={this.#button}
        type="button"
        part="launcher"
        class="launcher"
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-label={name || t('launcher.open')}
        onClick={open ? shell.close : shell.open}
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
  }
}
