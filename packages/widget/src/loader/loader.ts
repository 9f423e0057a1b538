/*
 * xiaoer.js: a classic script that imports nothing. It draws the launcher and keeps the calls made to
 * `window.xiaoer(…)` until the widget is wanted; before that there is no request, nothing is stored and no timer runs.
 */

interface Call extends Array<unknown> {
  undo?: unknown;
}

interface Xiaoer {
  (...values: unknown[]): unknown;
  q?: Call[];
  loaded?: boolean;
}

/** The launcher's own sheet: `host.css`, `tokens.css` and `launcher.css` of the widget draw it the same. */
const STYLE =
  ':host{all:initial;position:fixed!important;display:block!important;z-index:2147483000}' +
  ':host([hidden]){display:none!important}' +
  '.root{all:initial;font-size:medium;--a:var(--xiaoer-accent,#1f5c50)}' +
  ':host([data-scheme=dark]) .root{--a:var(--xiaoer-accent-dark,var(--xiaoer-accent,#2c7565))}' +
  '.launcher{all:unset;position:fixed;inset-block-end:calc(var(--xiaoer-offset-y,24px) + env(safe-area-inset-bottom,0px));' +
  'inset-inline-end:var(--xiaoer-offset-x,24px);box-sizing:border-box;display:flex;align-items:center;' +
  'justify-content:center;gap:.625em;min-width:3.5em;height:3.5em;padding:0 .75em;cursor:pointer;' +
  'border-radius:calc(var(--xiaoer-radius,14px)*1.3);background:var(--a);color:var(--xiaoer-on-accent,#fff);' +
  'box-shadow:0 1px 2px rgb(36 32 26/.06),0 6px 16px rgb(36 32 26/.18);' +
  'font:600 1em/1 var(--xiaoer-font,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif)}' +
  ':host([data-position=start]) .launcher{inset-inline:var(--xiaoer-offset-x,24px) auto}' +
  '.launcher:focus-visible{outline:2px solid var(--a);outline-offset:2px}' +
  '.mark{width:2em;height:2em;fill:currentColor}' +
  '.mark path+path{fill:none;stroke:var(--a);stroke-width:2.6;stroke-linecap:round}' +
  '.label{padding-inline-end:.5em}';

const MARK = [
  'M9.5 4h13A6.5 6.5 0 0 1 29 10.5v8a6.5 6.5 0 0 1-6.5 6.5h-4.2l-6 5.2c-.7.6-1.6.1-1.6-.8V25H9.5A6.5 6.5 0 0 1 3 18.5v-8A6.5 6.5 0 0 1 9.5 4z',
  'M11.5 11.5h9M9 18h14',
];

function load(): void {
  const page = window as unknown as { xiaoer?: Xiaoer };
  const early = page.xiaoer;
  const script = document.currentScript as HTMLScriptElement | null;
  // A second tag, or a tag manager that runs the script again.
  if (!script || early?.loaded) return;

  const { dataset } = script;
  const root = document.documentElement;
  const zh = /^zh/i.test(dataset['locale'] || root.lang || navigator.language);
  const name = dataset['label'] || (zh ? '打开对话' : 'Open the chat');

  // Browsers below the floor get a plain link to a person, or nothing.
  if (!('adoptedStyleSheets' in document && CSS.supports('color:color-mix(in oklab,red,red)'))) {
    if (dataset['contact']) {
      const link = document.createElement('a');
      link.href = dataset['contact'];
      link.textContent = name;
      link.style.cssText = 'position:fixed;bottom:24px;right:24px;padding:16px;background:#1f5c50;color:#fff';
      root.appendChild(link);
    }
    return;
  }

  const queue: Call[] = early?.q || [];
  const element = document.createElement('xiaoer-chat');
  let widget: ReturnType<typeof import('../browser.ts').start> = null;
  let loading: Promise<unknown> | undefined;

  const fetchWidget = (): void => {
    loading ||= Promise.all([
      import('../browser.ts'),
      // Fetched beside the widget, which asks for the same file.
      zh ? import('../locales/zh-cn.ts') : import('../locales/en.ts'),
    ]).then(
      ([{ start }]) => {
        widget = start({ element, queue });
        if (widget) Object.assign(xiaoer, widget.commands);
        else loading = undefined;
      },
      () => {
        // The next press tries again.
        loading = undefined;
      },
    );
  };

  const xiaoer: Xiaoer = (...values: unknown[]) => {
    if (widget) return widget.call(values);
    const call: Call = values;
    queue.push(call);
    fetchWidget();
    // What `on` answers: it takes back the listener, or the call while it waits.
    return () => (typeof call.undo === 'function' ? call.undo() : call.splice(0));
  };
  xiaoer.q = queue;
  xiaoer.loaded = true;
  page.xiaoer = xiaoer;

  for (const key in dataset) element.setAttribute(key, dataset[key] as string);
  if (!dataset['server']) element.setAttribute('server', new URL(script.src).origin);

  if (dataset['shop']) {
    const shadow = element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];

    const box = document.createElement('div');
    box.className = 'root';
    const button = document.createElement('button');
    button.className = 'launcher';
    button.setAttribute('part', 'launcher');
    button.setAttribute('aria-label', name);
    const space = 'http://www.w3.org/2000/svg';
    const mark = document.createElementNS(space, 'svg');
    mark.setAttribute('class', 'mark');
    mark.setAttribute('viewBox', '0 0 32 32');
    for (const d of MARK) mark.appendChild(document.createElementNS(space, 'path')).setAttribute('d', d);
    button.append(mark);
    if (dataset['label']) {
      const label = document.createElement('span');
      label.className = 'label';
      label.textContent = name;
      button.append(label);
    }
    for (const intent of ['pointerenter', 'focus', 'touchstart'])
      button.addEventListener(intent, fetchWidget, { passive: true });
    button.addEventListener('click', () => widget || xiaoer('open'));
    box.append(button);
    shadow.append(box);

    const declared = dataset['scheme'] || getComputedStyle(root).colorScheme;
    const dark =
      /dark/.test(declared) && (!/light/.test(declared) || matchMedia('(prefers-color-scheme:dark)').matches);
    element.dataset['scheme'] = dark ? 'dark' : 'light';
    element.dataset['position'] = dataset['position'] || 'end';
    root.append(element);

    try {
      // Who has chatted here before is told what is new, once the page has nothing else to do.
      if (localStorage.getItem(`xiaoer:${dataset['shop']}`))
        (window.requestIdleCallback || setTimeout)(fetchWidget, { timeout: 9000 } as IdleRequestOptions & number);
    } catch {
      // Storage that may not be read remembers nobody.
    }
  }
  if (queue.length > 0) fetchWidget();
}

load();
