import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { useValue } from '../state/use-value.ts';
import type { SectionName } from './sections.ts';

/** The title tells an agent in another tab how many wait, and how many of the own have said something new. */
export function Title() {
  const { desk, t } = useDesk();
  const rowsOf = (section: SectionName) => desk.sections.value.find(({ name }) => name === section)?.rows ?? [];
  const waiting = useValue(() => rowsOf('waiting').length, [desk]);
  const unread = useValue(() => rowsOf('mine').filter(desk.isUnread).length, [desk]);
  const locale = desk.locale.value;
  useEffect(() => {
    const n = waiting + unread;
    document.title = n === 0 ? t('desk.title') : t(unread > 0 ? 'desk.titleNew' : 'desk.titleWaiting', { n });
    document.documentElement.lang = locale;
  }, [t, waiting, unread, locale]);
  return null;
}
