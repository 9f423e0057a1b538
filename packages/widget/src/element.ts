import type { Commands } from './commands.ts';
import { ATTRIBUTES, optionsFromAttributes, readOptions, type WidgetOptions } from './state/options.ts';

/** Draws a widget into an element and answers its commands. */
export type MountInto = (element: HTMLElement, options: WidgetOptions) => Commands;

/** `<xiaoer-chat>`: one widget. */
export interface XiaoerChatElement extends HTMLElement {
  /** The verbs; null while the element is not in the document or names no shop. */
  readonly commands: Commands | null;
  /** Options beyond what attributes can say. Set them before the element is put into the document. */
  options: Partial<WidgetOptions>;
}

/** The name of the element. */
export const TAG = 'xiaoer-chat';

/**
 * Defines the element. The class is made here and not at import, so that the module can be imported where there is no
 * DOM.
 */
export function defineElement(mountInto: MountInto): void {
  if (customElements.get(TAG)) return;

  class Chat extends HTMLElement implements XiaoerChatElement {
    static readonly observedAttributes: readonly string[] = ATTRIBUTES;
    #commands: Commands | null = null;
    /** In the document, and told so: an element that is there when it is defined is told of each attribute before. */
    #placed = false;
    #options: Partial<WidgetOptions> = {};

    get commands(): Commands | null {
      return this.#commands;
    }

    get options(): Partial<WidgetOptions> {
      return this.#options;
    }

    set options(options: Partial<WidgetOptions>) {
      this.#options = readOptions(options);
      this.#draw();
    }

    connectedCallback(): void {
      this.#placed = true;
      this.#draw();
    }

    disconnectedCallback(): void {
      // Moving an element disconnects and connects it again in one task: that must not end the conversation.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#placed = false;
        this.#commands?.destroy();
        this.#commands = null;
      });
    }

    attributeChangedCallback(): void {
      // The loader gives an element that is defined already its attributes first, and then its shadow root.
      if (this.#placed) queueMicrotask(() => this.#draw());
    }

    #draw(): void {
      if (!this.#placed) return;
      // What was set before the element was defined hides the accessor.
      const early = Object.getOwnPropertyDescriptor(this, 'options')?.value;
      if (early) {
        Reflect.deleteProperty(this, 'options');
        this.#options = readOptions(early);
      }
      const options = { ...optionsFromAttributes(this), ...this.#options };
      if (this.#commands) this.#commands.update(options);
      else if (options.shop) this.#commands = mountInto(this, { ...options, shop: options.shop });
    }
  }

  customElements.define(TAG, Chat);
}
