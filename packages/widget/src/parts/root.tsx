import { part } from '../content/part.tsx';
import { Announcer } from './announcer.tsx';
import { Launcher } from './launcher.tsx';
import { Panel } from './panel.tsx';
import { useShell } from './shell.ts';

/** Everything in the shadow root. The launcher comes first: it is the button that the loader has drawn. */
export const Root = part(function Root() {
  const shell = useShell();
  return (
    <div class="root" lang={shell.words.value.lang}>
      <Launcher />
      {shell.panel.value !== 'closed' && <Panel />}
      <Announcer />
    </div>
  );
});
