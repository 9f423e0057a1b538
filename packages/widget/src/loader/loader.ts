/*
 * xiaoer.js: a classic script that imports nothing. It draws the launcher and keeps the calls made to
 * `window.xiaoer(…)` until the widget is wanted; before that there is no request, nothing is stored and no timer runs.
 */

interface Call extends Array<unknown> {
  undo?: () => unknown;
}

interface Xiaoer {
  (...values: unknown[]): unknown;
  q?: Call[];
  /** Set by this script: the version of its side of the handover. */
  v?: number;
}

(() => {
  const page = window as Omit<typeof window, 'xiaoer'> as Pick<Window, 'requestIdleCallback'> & { xiaoer?: Xiaoer };
  const early = page.xiaoer;
  // A second tag, or a tag manager that runs the script again.
  if (early?.v) return;

  /** The launcher's own sheet: `host.css`, `tokens.css` and `launcher.css` of the widget draw it the same, apart from the focus ring. */
  const STYLE =
    ':host([launcher=false]) button{display:none}' +
    'button{all:initial;align-items:center;gap:.5em;' +
    'bottom:calc(var(--xiaoer-offset-y,24px) + env(safe-area-inset-bottom));' +
    'border-radius:calc(var(--xiaoer-radius,14px)*1.3);position:fixed;padding:.75em;box-shadow:0 4px 16px #0003;' +
    'inset-inline:auto var(--xiaoer-offset-x,24px);outline:revert;display:flex;color:var(--xiaoer-on-accent,#fff);' +
    'background:var(--a);cursor:pointer;--a:var(--xiaoer-accent,#1f5c50);font:600 medium var(--xiaoer-font,system-ui)}' +
    ':host{all:initial;z-index:2147483000;position:fixed!important;display:block!important}' +
    ':host([position=start]) button{inset-inline:var(--xiaoer-offset-x,24px) auto}' +
    ':host([data-scheme=dark]) button{--a:var(--xiaoer-accent-dark,var(--xiaoer-accent,#2c7565))}' +
    'path+path{stroke-width:3;stroke:var(--a);stroke-linecap:round}' +
    'svg{fill:currentColor;width:2em}';

  // The build lets import() start from `_src`.
  const { dataset, src: _src } = document.currentScript as HTMLScriptElement;
  const root = document.documentElement;
  const draw = (parent: Node, tag: string, attributes?: DOMStringMap, space = (parent as Element).namespaceURI) => {
    const drawn = parent.appendChild(document.createElementNS(space, tag)) as HTMLElement;
    for (const name in attributes) drawn.setAttribute(name, attributes?.[name] as string);
    return drawn;
  };
  const chinese = /^zh/i.test(dataset['locale'] || root.lang || navigator.language);
  const name = dataset['label'] || (chinese ? '打开对话' : 'Open chat');

  // Browsers below the floor get a plain link to a person, or nothing.
  if (!(document.adoptedStyleSheets && CSS.supports('color:color-mix(in lab,red,red)'))) {
    return dataset['contact'] && draw(root, 'a', { href: dataset['contact'] }).append(name);
  }

  // Asked before anything is drawn, where the page has its answer ready.
  const scheme = dataset['scheme'] || getComputedStyle(root).colorScheme;
  const queue: Call[] = [];
  const element = draw(root, 'xiaoer-chat', dataset);
  let widget: ReturnType<typeof import('../browser.ts').start> | undefined;
  let loading: unknown;

  const fetchWidget = () => {
    if (loading) return;
    // What the widget will need comes beside what the panel begins with, not after it.
    void Promise.allSettled([
      import('../browser.ts'),
      chinese ? import('../locales/shell/zh-cn.ts') : import('../locales/shell/en.ts'),
    ]);
    loading = import('../frame.ts')
      .then(
        ({ start }) => start(element, queue, xiaoer),
        // That it could not be fetched is no error of the page: without a widget the next press or call tries again.
        () => undefined,
      )
      .then((started) => {
        loading = widget = started;
      });
  };

  const xiaoer: Xiaoer = (...call: Call) => {
    if (widget) return widget(call);
    queue.push(call);
    // Listening, options and identity can wait until somebody wants to talk: on, update, identify, track, extend.
    if (!/^(on|tr|[eiu])/.test(call[0] as string)) fetchWidget();
    // What `on` answers: it takes the listener back, or the call while it waits.
    return () => call.undo?.() ?? call.splice(0);
  };
  xiaoer.v = 1;
  page.xiaoer = xiaoer;

  if (dataset['shop']) {
    const shadow = element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];

    const box = draw(element, 'div');
    shadow.append(box);
    const button = draw(box, 'button', { 'aria-label': name, part: 'launcher' });
    const mark = draw(button, 'svg', { viewBox: '0 0 32 32' }, 'http://www.w3.org/2000/svg');
    draw(mark, 'path', { d: 'M10 4h12a7 7 0 0 1 7 7v7a7 7 0 0 1-7 7h-4l-7 6v-6h-1a7 7 0 0 1-7-7v-7a7 7 0 0 1 7-7' });
    draw(mark, 'path', { d: 'M9 18h14M11.5 11.5h9' });
    button.append(dataset['label'] || '');
    // On a touch screen, the pointer enters before it presses.
    button.onpointerenter = button.onfocus = fetchWidget;
    // Until the widget's own handler takes its place: a press must not fall between the two.
    button.onclick = () => xiaoer('open');

    if (scheme.match(matchMedia('(prefers-color-scheme:dark)').matches ? /dark/ : /^dark$/))
      element.dataset['scheme'] = 'dark';

    try {
      // Who has chatted here before is told what is new, once the page has nothing else to do.
      // biome-ignore lint/style/useTemplate: shorter.
      if (dataset['greeting'] || localStorage['xiaoer:' + dataset['shop']])
        (page.requestIdleCallback || setTimeout)(fetchWidget);
    } catch {
      // Storage that may not be read remembers nobody.
    }
  }
  early?.q?.map((call) => xiaoer(...call));
})();
