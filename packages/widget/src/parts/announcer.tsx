import { ownText } from '../content/plain-text.ts';
import { ShellPart } from './shell-part.tsx';

/** How long arrivals are gathered, so that a reply of three parts is read as one. */
const GATHER_MS = 250;

/**
 * The one polite live region. It reads what arrives, each message once, and never history: it listens to the event,
 * which comes once for a message, and not to the list. While the panel is closed it tells the number only.
 */
export class Announcer extends ShellPart {
  #gathered: Promise<string>[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ends: (() => void)[] = [];

  override componentDidMount() {
    const { events, words, panel, extras, said } = this.shell;
    this.#ends = [
      events.on('message:received', (item) => {
        this.#gathered.push(
          extras.load().then(
            ({ spoken }) => spoken(item, words.value),
            () => ownText(item.content),
          ),
        );
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#read(), GATHER_MS);
      }),
      events.on('connection:changed', ({ state }) => {
        if (panel.value === 'open' && (state === 'offline' || state === 'stopped'))
          said.value = () => words.value.t(`connection.${state}`);
      }),
    ];
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
  }

  async #read() {
    const { panel, words, client, said } = this.shell;
    const lines = (await Promise.all(this.#gathered.splice(0))).filter(Boolean);
    if (lines.length === 0) return;
    const text =
      panel.value === 'open' ? lines.join('\n') : words.value.t('launcher.unread', { n: client.value.unread.value });
    said.value = () => text;
  }

  draw() {
    return (
      <div class="c-hidden" role="status" aria-live="polite">
        {this.shell.said.value()}
      </div>
    );
  }
}
