import { useEffect } from 'preact/hooks';
import { ConversationPane } from './conversation/conversation-pane.tsx';
import type { Desk } from './desk-client.ts';
import { DeskContext, useDesk } from './desk-context.ts';
import { Announcer } from './inbox/announcer.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { Gate } from './parts/gate.tsx';
import { KeysDialog } from './parts/keys-dialog.tsx';
import { LinkBanner } from './parts/link-banner.tsx';
import { Rail } from './parts/rail.tsx';
import { Side } from './side/side.tsx';
import { useKeys } from './use-keys.ts';

/** The title tells the number of people who wait to an agent in another tab. */
function useTitle(): void {
  const { desk, t } = useDesk();
  const waiting = desk.sections.value.find(({ name }) => name === 'waiting')?.rows.length ?? 0;
  const locale = desk.locale.value;
  useEffect(() => {
    document.title = waiting > 0 ? t('desk.titleWaiting', { n: waiting }) : t('desk.title');
    document.documentElement.lang = locale;
  }, [t, waiting, locale]);
}

function Rooms({ retry }: { readonly retry: () => void }) {
  const { desk, t } = useDesk();
  useTitle();
  useKeys(desk);
  if (desk.locked.value) return <Gate retry={retry} />;
  return (
    <>
      <a class="skip" href="#conversation">
        {t('desk.skip')}
      </a>
      <Rail />
      <Inbox />
      <div class="middle">
        <LinkBanner />
        <ConversationPane />
      </div>
      <Side />
      <Announcer />
      {desk.helpOpen.value && <KeysDialog />}
    </>
  );
}

/** The whole desk. `retry` is asked for when somebody without a key says that they have one now. */
export const App = ({ desk, retry }: { readonly desk: Desk; readonly retry: () => void }) => (
  <DeskContext.Provider value={desk}>
    <Rooms retry={retry} />
  </DeskContext.Provider>
);
