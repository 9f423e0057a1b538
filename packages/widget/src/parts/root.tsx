import { Part } from '../content/part.tsx';
import { Announcer } from './announcer.tsx';
import { Launcher } from './launcher.tsx';
import { Panel } from './panel.tsx';
import type { Shell } from './shell.ts';

interface RootProps {
  readonly shell: Shell;
}

/** Everything in the shadow root. The launcher comes first: it is the button that the loader has drawn. */
export class Root extends Part<RootProps> {
  override getChildContext() {
    return { shell: this.props.shell };
  }

  draw({ shell }: RootProps) {
    const extras = shell.extras.chunk.value;
    return (
      <div class="root" lang={shell.words.value.lang}>
        <Launcher />
        {(shell.panel.value !== 'closed' || shell.options.value.mode) && <Panel />}
        <Announcer />
        {extras && <extras.Upkeep />}
      </div>
    );
  }
}
