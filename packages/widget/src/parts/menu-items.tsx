import type { RefObject } from 'preact';
import { LANGUAGES } from '../locales/languages.ts';
import { isMuted, setMuted } from '../state/habits.ts';
import { type Action, ActionMenu } from './action-menu.tsx';
import { openWindow } from './open-window.ts';
import { otherLanguage } from './other-language.ts';
import { shellPart } from './shell-part.tsx';
import { withdrawing } from './writing/withdraw-question.tsx';

/**
 * What else can be done: another language, the sound, back to the bot, a window of its own, paper, to have what is kept
 * wiped, the privacy page.
 */
export const MenuItems = shellPart(
  (
    shell,
    props: {
      readonly box: RefObject<HTMLElement | null>;
      readonly onClose: (focus: boolean) => void;
    },
  ) => {
    const { t, lang } = shell.words.value;
    const client = shell.client.value;
    const { mode } = client.handoff.value;
    const other = otherLanguage(shell.root, lang);
    const { privacy, window: address } = shell.options.value;
    const said = client.messages.value.length > 0;
    const muted = isMuted(shell.memory);

    const print = async () => (await import('./print/print-conversation.tsx')).printConversation(shell);
    const items: Action[] = [
      { text: LANGUAGES[other], lang: other, act: () => shell.setLocale(other) },
      { text: t('menu.sound'), checked: !muted, act: () => setMuted(shell.memory, !muted) },
    ];
    if (mode === 'queued' || mode === 'agent')
      items.unshift({ text: t('menu.bot'), act: () => void client.cancelHuman().catch(reportError) });
    if (address) items.push({ text: t('menu.window'), act: () => openWindow(shell, address) });
    if (said) items.push({ text: t('menu.print'), act: () => void print().catch(reportError) });
    if (said && shell.memory.keeps())
      items.push({
        text: t('menu.forget'),
        act: () => {
          withdrawing.value = shell;
        },
      });
    if (privacy) items.push({ text: t('privacy.link'), href: privacy });
    return <ActionMenu label={t('panel.more')} items={items} box={props.box} onClose={props.onClose} />;
  },
);
