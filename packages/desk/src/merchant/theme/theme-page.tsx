import { useDesk } from '../../desk-context.ts';
import { Page } from '../page.tsx';

const PLAYGROUND = '/playground/';

/** The playground of the widget's look, in its own frame. What it makes is CSS, which goes into the merchant's page. */
export function ThemePage() {
  const { t } = useDesk();
  return (
    <Page
      parted
      title="theme.title"
      about="theme.about"
      actions={
        <a class="button" href={PLAYGROUND} target="_blank" rel="noreferrer">
          {t('theme.open')}
        </a>
      }
    >
      <iframe class="theme-frame" src={PLAYGROUND} title={t('theme.title')} allow="clipboard-write" />
    </Page>
  );
}
