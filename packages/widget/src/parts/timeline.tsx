import { signal } from '@preact/signals-core';
import type { TimelineItem } from '@xiaoer/core';
import { createRef } from 'preact';
import { layOut } from './lay-out.ts';
import type { Reading } from './reading/reading.ts';
import { Row } from './row.tsx';
import type { Shell } from './shell.ts';
import { ShellPart } from './shell-part.tsx';
import { NEAR, newest } from './window.ts';

const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < NEAR;

/** Whether an item is to be seen. */
export const drawn = (shell: Shell, item: TimelineItem): boolean => shell.registry.find(item.content).frame !== 'none';

/**
 * The conversation: a list without a live region. It shows the newest page and follows the end; reading back, and
 * everything that holds the place meanwhile, comes with the extras.
 */
export class Timeline extends ShellPart {
  readonly #box = createRef<HTMLElement>();
  readonly #list = createRef<HTMLOListElement>();
  readonly #atEnd = signal(true);
  /** The end is drawn, and in sight. */
  #atBottom = true;
  /** Where the reader was when they last scrolled. */
  #top = 0;
  #reading: Reading | undefined;
  #stop: (() => void) | undefined;

  override componentDidMount() {
    const box = this.#box.current;
    const line = box?.querySelector<HTMLElement>('.unread');
    // What is new is read from its beginning.
    if (box && line) {
      box.scrollTop = line.offsetTop;
      this.#atEnd.value = isAtEnd(box);
    }
    this.componentDidUpdate();
    document.addEventListener('visibilitychange', this.#markRead);
  }

  override componentDidUpdate() {
    const box = this.#box.current;
    if (this.#reading) this.#reading.settle();
    else if (this.#atEnd.peek() && box) box.scrollTop = box.scrollHeight;
    this.#stop ??= this.#reading?.watch();
    this.#markRead();
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    this.#stop?.();
    document.removeEventListener('visibilitychange', this.#markRead);
  }

  /** Everything at the end was seen, while the page is looked at and the panel is not on its way out. */
  readonly #markRead = () => {
    const { client, panel } = this.shell;
    const seen = this.#atBottom && this.#atEnd.peek() && panel.peek() === 'open';
    if (seen && document.visibilityState === 'visible' && client.peek().unread.peek() > 0) client.peek().markRead();
  };

  draw() {
    const shell = this.shell;
    const { t, format } = shell.words.value;
    const extras = shell.extras.chunk.value;
    this.#reading ??= extras?.createReading(shell, this.#box, this.#list, this.#atEnd);
    const reading = this.#reading;
    const all = reading?.drawn.value ?? shell.client.value.messages.value.filter((item) => drawn(shell, item));
    const window = reading?.follow(all) ?? newest(all.length);
    const { start, end } = window;
    this.#atBottom = this.#atEnd.value && end === all.length;
    const space = reading?.space(window);
    return (
      <div class="timeline-box">
        <section
          class="timeline"
          part="timeline"
          ref={this.#box}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
          tabIndex={0}
          aria-label={t('timeline.label')}
          onScroll={({ currentTarget }) => {
            const { scrollTop } = currentTarget;
            // Only who goes up leaves the end: what grows below between a scroll and its event takes nobody from it.
            this.#atEnd.value = isAtEnd(currentTarget) || (this.#atEnd.peek() && scrollTop >= this.#top);
            this.#top = scrollTop;
            reading?.moved();
          }}
        >
          <div style={{ paddingBottom: space?.above }}>{extras && reading && <extras.Older reading={reading} />}</div>
          <ol class="list" ref={this.#list}>
            {layOut(
              all.slice(start, end),
              shell.unreadFrom.value,
              (item) => shell.registry.find(item.content).frame,
              all[start - 1],
            ).map((line) =>
              line.is === 'item' ? (
                <Row key={line.key} item={line.item} head={line.head} />
              ) : (
                <li key={line.key} class={line.is}>
                  {line.is === 'day' ? format.day(line.at) : t('timeline.new')}
                </li>
              ),
            )}
          </ol>
          <div style={{ paddingTop: space?.below }}>{extras && <extras.TypingRow />}</div>
        </section>
        {extras && reading && !this.#atBottom && <extras.Pill reading={reading} />}
        {extras && reading && <extras.RowMenu reading={reading} box={this.#box} />}
      </div>
    );
  }
}
