import { batch, computed, effect, signal } from '@preact/signals-core';
import { render } from 'preact';
import { type Commands, listen, tokenSource } from './commands.ts';
import { registryWith } from './content/registry.ts';
import { pageLocale } from './locales/page-locale.ts';
import type { LoadTable } from './locales/table.ts';
import { cardWords } from './parts/card-words.ts';
import { createExtras } from './parts/create-extras.ts';
import { PHONE } from './parts/phone.ts';
import { PlainWords } from './parts/plain-words.tsx';
import { Root } from './parts/root.tsx';
import { adoptSheets } from './parts/sheets.ts';
import { mediaSignal, type Shell } from './parts/shell.ts';
import { createSession, type MakeClient } from './session.ts';
import { createMemory } from './state/consent.ts';
import { drawScheme } from './state/draw-scheme.ts';
import { createEvents } from './state/events.ts';
import { createLanguage, type Words } from './state/language.ts';
import { type FocusProduct, readOptions, type WidgetOptions } from './state/options.ts';

/** What a widget is made with, apart from its options. */
export interface MountParts {
  readonly makeClient: MakeClient;
  readonly loadTable: LoadTable;
}

/** How long the sheet takes to move out, the panel less; the same as in `floating.css`. */
const CLOSING_MS = 180;

/** Draws a widget into an element and wires everything: the one place that knows all of it. */
export function mountInto(element: HTMLElement, initial: WidgetOptions, parts: MountParts): Commands {
  const options = signal<WidgetOptions>({ ...readOptions(initial), shop: initial.shop });
  const ended = new AbortController();
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });

  const events = createEvents(element);
  const memory = createMemory(initial.shop, initial.consent ?? 'all');
  const language = createLanguage(async (asked) => {
    // What is not in the corner is so from its first drawing on.
    await placing;
    const table = await parts.loadTable(asked);
    // Drawing is a task of its own: what was done until here is one already.
    await new Promise((resolve) => setTimeout(resolve));
    return table;
  });
  const server = (initial.server ?? location.origin).replace(/\/+$/, '');
  const locale = computed(() => options.value.locale ?? pageLocale());
  const own = computed(() => options.value.strings);
  /** Without words nothing is drawn; that they could not be fetched is no error of the page. */
  const speak = () => language.set(locale.value, own.value).catch(() => {});
  const session = createSession({
    options: initial,
    server,
    locale: locale.peek(),
    memory,
    events,
    make: parts.makeClient,
  });

  const panel = signal<'closed' | 'open' | 'closing'>('closed');
  /** What is asked of few widgets: another place, no launcher, a greeting. */
  let placing: Promise<void> | undefined;
  /** Set when the page was told. */
  let ready = false;
  /** The last wish to be somebody. */
  let signing: Promise<void> | undefined;
  const focus = signal<FocusProduct | null>(initial.focus ?? null);
  // Parts are drawn only once there are words.
  const words = computed(() => language.words.value as Words);
  const about = () => (focus.value ? { product: focus.value.product } : undefined);

  const shell: Shell = {
    options,
    words,
    client: session.client,
    memory,
    events,
    root,
    // Cards need the words and what can be done with them.
    registry: registryWith(PlainWords, async () => {
      const [chunk, extras] = await Promise.all([import('./content/card-kinds.ts'), shell.extras.load()]);
      extras.complete(shell);
      return chunk;
    }),
    cards: cardWords(() => shell),
    extras: createExtras(root, language),
    server,
    about,
    panel,
    phone: mediaSignal(PHONE, ended.signal),
    quoted: signal(null),
    problem: signal(null),
    said: signal(() => ''),
    extensions: signal([]),
    focus,
    unreadFrom: signal(null),
    field: { current: null },
    open() {
      if (panel.value === 'open') return;
      panel.value = 'open';
      session.enter();
      events.emit('panel:opened', {});
    },
    close() {
      if (panel.value !== 'open') return;
      panel.value = 'closing';
      session.leave();
      setTimeout(() => {
        if (panel.value === 'closing') panel.value = 'closed';
      }, CLOSING_MS);
      events.emit('panel:closed', {});
    },
    signed: () => signing?.catch(() => {}),
    async say(text) {
      await session.client.value.send('text', { text, about: about(), quote: shell.quoted.value?.seq });
    },
    setLocale: (wanted) => {
      options.value = { ...options.value, locale: wanted };
    },
    async setConsent(consent) {
      if (memory.consent.value === consent) return;
      const kept = memory.keeps();
      memory.consent.value = consent;
      if (consent === 'none') memory.forget();
      if (memory.keeps() !== kept) await session.restart();
      events.emit('consent:changed', { consent });
    },
  };

  const undo = [
    effect(() => {
      const { mode, launcher, greeting } = options.value;
      if (mode || launcher === false || greeting)
        placing ??= import('./parts/placing/place.ts').then(({ place }) => place(shell, ended.signal));
    }),
    effect(speak as () => void),
    effect(() => {
      // The page may have another one since; from the second stage on every change is followed.
      void panel.value;
      drawScheme(element, options.value.scheme);
      Object.assign(element.dataset, { position: options.value.position ?? 'end', consent: memory.consent.value });
    }),
    effect(() => {
      if (!language.words.value || ended.signal.aborted) return;
      // Not before there is something to draw: the launcher of the loader must not move under a finger.
      adoptSheets(root);
      render(<Root shell={shell} />, root);
      if (!ready) events.emit('widget:ready', {});
      ready = true;
    }),
  ];

  const commands: Commands = {
    boot: (more) => commands.update(more ?? {}),
    update(more) {
      const read = readOptions(more);
      if (read.shop !== undefined && read.shop !== initial.shop)
        throw new TypeError('xiaoer: option shop cannot change; destroy and boot');
      batch(() => {
        options.value = { ...options.value, ...read };
        if (read.focus !== undefined) focus.value = read.focus;
        if (read.consent && read.consent !== 'ask') void shell.setConsent(read.consent);
      });
      if (read.open) shell.open();
    },
    async identify(token) {
      signing = session.identify(tokenSource(token));
      await signing;
    },
    logout() {
      signing = undefined;
      return session.logout();
    },
    show: () => {
      element.hidden = false;
    },
    hide() {
      shell.close();
      element.hidden = true;
    },
    open: shell.open,
    close: shell.close,
    toggle: () => (panel.value === 'open' ? shell.close() : shell.open()),
    async send(text) {
      shell.open();
      // Who is being signed in says it as who they are, or not at all.
      await signing;
      await shell.say(text);
    },
    track: (page) => session.client.value.setPage({ ...page, locale: locale.peek() }),
    setLocale: shell.setLocale,
    async consent(consent) {
      readOptions({ consent });
      await shell.setConsent(consent);
    },
    on: listen(events),
    extend(extension) {
      const { extensions } = shell;
      extensions.value = [...extensions.value, extension];
      return () => {
        extensions.value = extensions.value.filter((each) => each !== extension);
      };
    },
    destroy() {
      if (ended.signal.aborted) return;
      ended.abort();
      for (const end of undo) end();
      render(null, root);
      session.destroy();
      element.remove();
    },
  };

  if (initial.open) shell.open();
  if (initial.consent === 'none') void shell.setConsent('none');
  if (memory.remembers() && !initial.open) session.peek();
  return commands;
}
