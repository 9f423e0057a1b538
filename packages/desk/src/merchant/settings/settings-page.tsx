import type { ComponentChildren } from 'preact';
import type { DeskKey } from '../../locales/strings.ts';
import { Fetched } from '../fetched.tsx';
import { Page } from '../page.tsx';
import { SettingsBar } from './settings-bar.tsx';
import type { Steering } from './steering.ts';

/** The frame of a page of the settings. */
export function SettingsPage(props: {
  readonly steering: Steering;
  readonly title: DeskKey;
  readonly about: DeskKey;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { steering, title, about, actions, children } = props;
  return (
    <Page title={title} about={about} busy={steering.state.value === 'loading'} actions={actions}>
      <Fetched state={steering.state.value} again={() => void steering.load()}>
        <div class="shop-body settings">{children}</div>
      </Fetched>
      <SettingsBar steering={steering} />
    </Page>
  );
}
