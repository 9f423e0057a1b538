import { Announcer } from './announcer.tsx';
import { Launcher } from './launcher.tsx';
import { Panel } from './panel.tsx';
import { shellPart } from './shell-part.tsx';

/** Everything in the shadow root. The launcher comes first: it is the button that the loader has drawn. */
export const Root = shellPart((shell) => {
  return (
    <div class="root" lang={shell.words.value.lang}>
      <Launcher />
      {shell.panel.value !== 'closed' && <Panel />}
      <Announcer />
    </div>
  );
});
