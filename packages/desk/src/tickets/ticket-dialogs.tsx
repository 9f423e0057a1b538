import { useDesk } from '../desk-context.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';

/** The question about tickets that stands over the page, if one does. */
export function TicketDialogs() {
  const { desk } = useDesk();
  switch (desk.tickets.dialog.value) {
    case 'open':
      return <OpenDialog />;
    case 'move':
      return <MoveDialog />;
    case 'assign':
      return <AssignDialog />;
    case 'import':
      return <ImportDialog />;
    default:
      return null;
  }
}
