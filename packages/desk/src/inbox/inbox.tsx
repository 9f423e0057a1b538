import { useDesk } from '../desk-context.ts';
import type { DeskKey } from '../locales/strings.ts';
import { LinkState } from './link-state.tsx';
import { Row } from './row.tsx';
import type { Section, SectionName } from './sections.ts';
import { ViewBar } from './view-bar.tsx';
import { sectionsIn } from './views.ts';

const TITLES: Readonly<Record<SectionName, DeskKey>> = {
  waiting: 'inbox.waiting',
  mine: 'inbox.mine',
  promised: 'inbox.promised',
  colleagues: 'inbox.colleagues',
  bot: 'inbox.bot',
  left: 'inbox.left',
};

const NOTHING: Readonly<Partial<Record<SectionName, DeskKey>>> = {
  waiting: 'inbox.nobodyWaits',
  mine: 'inbox.noneMine',
  bot: 'inbox.noneBot',
  left: 'inbox.noneLeft',
};

function SectionList({ name, rows }: Section) {
  const { t } = useDesk();
  const nothing = NOTHING[name];
  return (
    <section aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`} class="section-head">
        {t(TITLES[name])} <span class="count">{rows.length}</span>
      </h2>
      {rows.length > 0 ? (
        <ul class="rows">
          {rows.map((row) => (
            <Row key={row.conversation} row={row} />
          ))}
        </ul>
      ) : (
        nothing && <p class="nothing">{t(nothing)}</p>
      )}
    </section>
  );
}

/** The list of conversations: who waits first, then mine, then everybody else. */
export function Inbox() {
  const { desk, t } = useDesk();
  return (
    <nav class="inbox" id="inbox" aria-labelledby="inbox-title">
      <header class="inbox-head">
        <h1 id="inbox-title">{t('inbox.title')}</h1>
        <LinkState />
      </header>
      <ViewBar />
      <div class="inbox-scroll">
        {sectionsIn(desk.sections.value, desk.view.value).map((section) => (
          <SectionList key={section.name} {...section} />
        ))}
      </div>
    </nav>
  );
}
