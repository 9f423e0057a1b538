import { Icon } from '../content/icon.tsx';
import { CLOSE, PERSON } from '../content/icon-paths.ts';
import { Face } from './face.tsx';
import { shellPart } from './shell-part.tsx';
import { Tool } from './tool.tsx';

/** Who is here, the way to a person, and the way out. No `header`: the page has a banner of its own. */
export const Header = shellPart((shell) => {
  const { t } = shell.words.value;
  const client = shell.client.value;
  const { mode, agent } = client.handoff.value;
  const here = mode === 'agent' ? agent : undefined;
  const extras = shell.extras.chunk.value;
  return (
    <div part="header" class="header">
      <Face name={here?.name} />
      <div class="who">
        <h2 id="title" class="title">
          <bdi>{here ? here.name : client.shop.value?.name || shell.options.value.name || t('panel.title')}</bdi>
        </h2>
        <p class="state">
          {here && <span class="dot" />}
          {t(here ? 'panel.here' : mode === 'queued' ? 'panel.waiting' : 'panel.assistant')}
        </p>
      </div>
      <div class="tools">
        {mode === 'bot' && (
          <Tool name={t('panel.person')} onPress={() => void client.requestHuman().catch(reportError)}>
            <Icon path={PERSON} />
          </Tool>
        )}
        <div class="slot">{extras && <extras.Menu />}</div>
        <Tool name={t('panel.close')} onPress={shell.close}>
          <Icon path={CLOSE} />
        </Tool>
      </div>
      <slot name="header" />
    </div>
  );
});
