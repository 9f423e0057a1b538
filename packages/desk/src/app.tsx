import { useEffect } from 'preact/hooks';
import { AccountDialog } from './account/account-dialog.tsx';
import { ConversationPane } from './conversation/conversation-pane.tsx';
import type { Desk } from './desk-client.ts';
import { DeskContext, useDesk } from './desk-context.ts';
import { Announcer } from './inbox/announcer.tsx';
import { Inbox } from './inbox/inbox.tsx';
import type { SectionName } from './inbox/sections.ts';
import { Gate } from './parts/gate.tsx';
import { KeysDialog } from './parts/keys-dialog.tsx';
import { Later } from './parts/later.tsx';
import { LinkBanner } from './parts/link-banner.tsx';
import { Rail } from './parts/rail.tsx';
import { DataDialog } from './privacy/data-dialog.tsx';
import { Side } from './side/side.tsx';
import { TicketDialogs } from './tickets/ticket-dialogs.tsx';
import { TicketScreen } from './tickets/ticket-screen.tsx';
import { useKeys } from './use-keys.ts';

/** Fetched when an admin first goes there. */
const merchantScreen = () => import('./merchant/merchant-screen.tsx').then(({ MerchantScreen }) => MerchantScreen);
const qualityScreen = () => import('./quality/quality-screen.tsx').then(({ QualityScreen }) => QualityScreen);
const numbersScreen = () => import('./numbers/numbers-screen.tsx').then(({ NumbersScreen }) => NumbersScreen);

/** The title tells an agent in another tab how many wait, and how many of the own have said something new. */
function useTitle(): void {
  const { desk, t } = useDesk();
  const rowsOf = (section: SectionName) => desk.sections.value.find(({ name }) => name === section)?.rows ?? [];
  const waiting = rowsOf('waiting').length;
  const unread = rowsOf('mine').filter(desk.isUnread).length;
  const locale = desk.locale.value;
  useEffect(() => {
    const n = waiting + unread;
    document.title = n === 0 ? t('desk.title') : t(unread > 0 ? 'desk.titleNew' : 'desk.titleWaiting', { n });
    document.documentElement.lang = locale;
  }, [t, waiting, unread, locale]);
}

function Rooms({ retry }: { readonly retry: () => void }) {
  const { desk, t } = useDesk();
  useTitle();
  useKeys(desk);
  const conversation = desk.opened.current.value;
  if (desk.locked.value) return <Gate retry={retry} />;
  return (
    <>
      <a class="skip" href="#conversation">
        {t('desk.skip')}
      </a>
      <Rail />
      {desk.place.value === 'tickets' ? (
        <TicketScreen />
      ) : desk.place.value === 'numbers' ? (
        <Later key="numbers" load={numbersScreen} />
      ) : desk.place.value === 'shop' ? (
        <Later key="shop" load={merchantScreen} />
      ) : desk.place.value === 'quality' ? (
        <Later key="quality" load={qualityScreen} />
      ) : (
        <>
          <Inbox />
          <div class="middle">
            <LinkBanner />
            <ConversationPane />
          </div>
          <Side />
        </>
      )}
      <TicketDialogs />
      {desk.accountOpen.value && <AccountDialog />}
      {desk.dataOpen.value && conversation && <DataDialog conversation={conversation} />}
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
