import { useRef } from 'preact/hooks';
import { PLUS } from '../../content/card-icon-paths.ts';
import { Icon } from '../../content/icon.tsx';
import type { ComposerAction } from '../../state/extension.ts';
import { type Action, ActionMenu } from '../action-menu.tsx';
import type { Composer } from '../composer.tsx';
import { createChat } from '../extending/create-chat.ts';
import { ownActions } from '../extending/own-actions.ts';
import { reportMistake } from '../extending/report-mistake.ts';
import type { Shell } from '../shell.ts';
import { shellPart } from '../shell-part.tsx';
import { Tool } from '../tool.tsx';
import { useSignal } from '../use-signal.ts';
import { ACCEPT, attachFiles } from './attach-files.ts';

/** Does what the page has offered. A mistake of the page's is told to both, the shopper and the page. */
async function run(shell: Shell, label: string, action: ComposerAction): Promise<void> {
  shell.problem.value = null;
  try {
    await action.run(createChat(shell));
  } catch (error) {
    reportMistake(`the action ${label}`, error);
    shell.problem.value = 'claim.failed';
  }
}

/**
 * The plus. It opens the file picker of the system, which offers the camera on phones; where the page has added actions, a
 * menu with that and them. Where there is no server that takes files, only what the page has added.
 */
export const Plus = shellPart((shell, { composer }: { readonly composer: Composer }) => {
  const { t, locale } = shell.words.value;
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = useSignal(false);
  const choose = () => input.current?.click();
  const own = ownActions(shell.extensions.value, locale);
  const takesFiles = !shell.options.value.knowledge;
  const items: Action[] = [
    ...(takesFiles ? [{ text: t('attach.button'), act: choose }] : []),
    ...own.map(({ label, action }) => ({ text: label, act: () => void run(shell, label, action) })),
  ];
  const menu = own.length > 0;
  if (items.length === 0) return null;
  return (
    <div class="plus" ref={box}>
      <Tool
        button={button}
        name={t(menu ? 'composer.add' : 'attach.button')}
        popup={menu ? 'menu' : undefined}
        expanded={menu ? open.value : undefined}
        onPress={() => {
          if (menu) open.value = !open.value;
          else choose();
        }}
      >
        <Icon path={PLUS} />
      </Tool>
      {menu && open.value && (
        <ActionMenu
          label={t('composer.add')}
          items={items}
          box={box}
          onClose={(focus) => {
            open.value = false;
            if (focus) button.current?.focus();
          }}
        />
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        onChange={({ currentTarget }) => {
          void attachFiles(composer, [...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
          composer.field.current?.focus();
        }}
      />
    </div>
  );
});
