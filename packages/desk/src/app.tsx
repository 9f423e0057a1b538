import { AccountDialog } from './account/account-dialog.tsx';
import { ConversationPane } from './conversation/conversation-pane.tsx';
import type { Desk } from './desk-client.ts';
import { DeskContext, useDesk } from './desk-context.ts';
import { Announcer } from './inbox/announcer.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { Title } from './inbox/title.tsx';
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

function Rooms({ retry }: { readonly retry: () => void }) {
  const { desk, t } = useDesk();
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
      <Title />
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
