import { useShell } from '../state/shell.ts';
import { Face } from './face.tsx';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { Menu } from './menu.tsx';

/** Who is here, the way to a person, and the way out. */
export function Header() {
  const shell = useShell();
  const { t } = shell.words.value;
  const client = shell.client.value;
  const { mode, agent } = client.handoff.value;
  const title = client.shop.value?.name || shell.options.value.name || t('panel.title');
  const withAgent = mode === 'agent' && agent;
  return (
    <header part="header" class="header">
      {withAgent ? (
        <Face from={{ role: 'agent', name: agent.name }} />
      ) : (
        <span class="face head" aria-hidden="true">
          <Mark />
        </span>
      )}
      <div class="who">
        <h2 id="title" class="title">
          <bdi>{withAgent ? agent.name : title}</bdi>
        </h2>
        <p class="state">
          {withAgent && <span class="dot" aria-hidden="true" />}
          {t(withAgent ? 'panel.here' : mode === 'queued' ? 'panel.waiting' : 'panel.assistant')}
        </p>
      </div>
      <div class="tools">
        {mode === 'bot' && (
          <button
            type="button"
            class="tool"
            aria-label={t('panel.person')}
            title={t('panel.person')}
            onClick={() => void client.requestHuman().catch(reportError)}
          >
            <Icon name="person" />
          </button>
        )}
        <Menu />
        <button type="button" class="tool" aria-label={t('panel.close')} title={t('panel.close')} onClick={shell.close}>
          <Icon name="close" />
        </button>
      </div>
    </header>
  );
}
