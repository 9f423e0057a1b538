import type { TimelineItem } from '@xiaoer/core';
import { fallback, type Participant } from '@xiaoer/core/protocol';
import { render } from 'preact';
import type { CardContext } from '../../src/content/card-context.ts';
import { contentStyles, createRegistry } from '../../src/content/index.ts';
import { ItemView } from '../../src/content/item-view.tsx';
import { answerOf, NOW, SAMPLES, type Sample, type Writer } from '../../src/content/samples/index.ts';
import { formats } from '../../src/locales/format.ts';
import { loadAny } from '../../src/locales/more.ts';
import { translator } from '../../src/locales/translate.ts';
import { tokens } from '../../src/theme/index.ts';
import own from './gallery.css';

const PEOPLE: Readonly<Record<Writer, Participant>> = {
  shopper: { role: 'shopper', id: 'me' },
  bot: { role: 'bot', id: 'bot' },
  agent: { role: 'agent', id: 'lin', name: 'Lin Yue' },
  system: { role: 'system', id: 'house' },
};

/** Draws samples that the address asks for: `kind`, `state`, `scheme`, `dir`, `locale`. */
const asked = new URLSearchParams(location.search);
const shown = SAMPLES.filter(
  ({ kind, state }) => (asked.get('kind') ?? kind) === kind && (asked.get('state') ?? state) === state,
);

const registry = createRegistry();
type Said = Pick<CardContext, 'locale' | 't' | 'format'>;
const said = async (locale: string): Promise<Said> => {
  const { shell, later } = await loadAny(locale);
  const words = { ...shell, ...(await later()).later };
  return { locale, t: translator(words, locale), format: formats(locale, () => NOW) };
};
const contextOf = (sample: Sample, words: Said): CardContext => ({
  reader: 'shopper',
  ...words,
  queue: sample.queue ?? null,
  isLatest: () => sample.latest ?? true,
  act: (action) => answerOf(sample, action),
});
const itemOf = ({ by, content, item }: Sample, n: number): TimelineItem => ({
  key: `sample ${n}`,
  id: `s${n}`,
  seq: n + 1,
  at: NOW,
  from: PEOPLE[by],
  mine: by === 'shopper',
  content,
  ...item,
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

/** Types and presses what the sample says was typed and pressed. */
async function play(sample: Sample, place: Element): Promise<void> {
  for (const [label, text] of Object.entries(sample.typed ?? {})) {
    const found = [...place.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
    const field = found && place.querySelector<HTMLInputElement>(`[id="${found.htmlFor}"]`);
    if (!field) throw new Error(`${sample.kind} ${sample.state}: no field ${label}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  }
  for (const name of sample.pressed ?? []) {
    const target = [...place.querySelectorAll<HTMLElement>('button, label, input')].find((each) =>
      (each.getAttribute('aria-label') ?? each.textContent ?? '').startsWith(name),
    );
    if (!target) throw new Error(`${sample.kind} ${sample.state}: nothing to press that is called ${name}`);
    target.click();
    await settle();
  }
}

async function draw(): Promise<void> {
  const host = document.querySelector('xiaoer-gallery') as HTMLElement;
  host.dataset['scheme'] = asked.get('scheme') === 'dark' ? 'dark' : 'light';
  document.documentElement.dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';
  document.documentElement.style.colorScheme = host.dataset['scheme'];
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, contentStyles, own].join('\n'));
  root.adoptedStyleSheets = [sheet];
  await registry.preload();
  const show = (words: Said) => {
    document.documentElement.lang = words.locale;
    render(
      <main class="root" lang={words.locale}>
        <h1 class="c-hidden">Messages</h1>
        <div class="columns">
          {shown.map((sample, n) => (
            <section key={`${sample.kind} ${sample.state}`} data-sample={n}>
              <h2>{sample.state}</h2>
              <div class="frame">
                <ItemView item={itemOf(sample, n)} registry={registry} context={contextOf(sample, words)} />
              </div>
            </section>
          ))}
        </div>
      </main>,
      root,
    );
    return settle();
  };
  // Samples name what is pressed in English; what was pressed stays so in every language.
  await show(await said('en'));
  for (const [n, sample] of shown.entries()) {
    const place = root.querySelector(`[data-sample="${n}"]`);
    if (place) await play(sample, place);
  }
  const locale = asked.get('locale') ?? 'en';
  if (locale !== 'en') await show(await said(locale));
  document.documentElement.dataset['drawn'] = 'yes';
}

// For who makes pictures of it, or walks through it.
Object.assign(globalThis, { gallery: { samples: SAMPLES, now: NOW, fallback } });
void draw();
