import { computed, signal } from '@preact/signals-core';
import type { TimelineItem } from '@xiaoer/core';
import { createRef } from 'preact';
import { layOut } from './lay-out.ts';
import type { Reading } from './reading.tsx';
import { Row } from './row.tsx';
import type { Shell } from './shell.ts';
import { ShellPart } from './shell-part.tsx';
import { newest } from './window.ts';

/** How near the end counts as at the end, in CSS pixels. */
const NEAR = 48;

/** Whether an item is to be seen. */
export const drawn = (shell: Shell, item: TimelineItem): boolean => shell.registry.find(item.content).frame !== 'none';

/**
 * The conversation: a list without a live region. It shows the newest page and follows the end; reading back, and
 * everything that holds the place meanwhile, comes with the extras.
 */
export class Timeline extends ShellPart {
  readonly #box = createRef<HTMLElement>();
  readonly #list = createRef<HTMLOListElement>();
  readonly #items = computed(() => this.shell.client.value.messages.value.filter((item) => drawn(this.shell, item)));
  readonly #atEnd = signal(true);
  /** The end is drawn, and in sight. */
  #atBottom = true;
  #last: string | undefined;
  #reading: Reading | undefined;
  #stop: (() => void) | undefined;

  override componentDidMount() {
    this.componentDidUpdate();
    document.addEventListener('visibilitychange', this.#markRead);
  }

  override componentDidUpdate() {
    const box = this.#box.current;
    if (this.#atEnd.peek() && box) box.scrollTop = box.scrollHeight;
    else this.#reading?.hold();
    this.#stop ??= this.#reading?.watch();
    this.#markRead();
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    this.#stop?.();
    document.removeEventListener('visibilitychange', this.#markRead);
  }

  /** Everything at the end was seen, while the page is looked at. */
  readonly #markRead = () => {
    const client = this.shell.client.peek();
    if (this.#atBottom && document.visibilityState === 'visible' && client.unread.peek() > 0) client.markRead();
  };

  draw() {
    const shell = this.shell;
    const { t, format } = shell.words.value;
    const extras = shell.extras.chunk.value;
    this.#reading ??= extras?.createReading(shell, this.#box, this.#list, this.#atEnd);
    const reading = this.#reading;
    const all = this.#items.value;
    const last = all.at(-1);
    if (last && this.#last !== last.key) {
      // What one says oneself is always shown.
      if (last.mine) this.#atEnd.value = true;
      // Only what comes while one looks on moves in; history never does.
      if (this.#last && this.#list.current) this.#list.current.dataset['live'] = '';
      this.#last = last.key;
    }
    const { start, end } = reading?.follow(all) ?? newest(all.length);
    this.#atBottom = this.#atEnd.value && end === all.length;
    return (
      <div class="timeline-box">
        <section
          class="timeline"
          part="timeline"
          ref={this.#box}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
          tabIndex={0}
          aria-label={t('timeline.label')}
          onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
            this.#atEnd.value = scrollHeight - scrollTop - clientHeight < NEAR;
            reading?.moved();
          }}
        >
          {extras && reading && <extras.Older reading={reading} above={start} />}
          <ol class="list" ref={this.#list}>
            {layOut(
              all.slice(start, end),
              shell.unreadFrom.value,
              (item) => shell.registry.find(item.content).frame,
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
          {extras && <extras.TypingRow />}
        </section>
        {extras && reading && !this.#atBottom && <extras.Pill reading={reading} />}
      </div>
    );
  }
}
