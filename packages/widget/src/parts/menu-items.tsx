import type { RefObject } from 'preact';
import { LANGUAGES } from '../locales/languages.ts';
import { isMuted, setMuted } from '../state/habits.ts';
import { type Action, ActionMenu } from './action-menu.tsx';
import { otherLanguage } from './other-language.ts';
import { shellPart } from './shell-part.tsx';

/** What else can be done: another language, the sound, back to the bot, the privacy page. */
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
    const { privacy } = shell.options.value;
    const muted = isMuted(shell.memory);

    const items: Action[] = [
      { text: LANGUAGES[other], lang: other, act: () => shell.setLocale(other) },
      { text: t('menu.sound'), checked: !muted, act: () => setMuted(shell.memory, !muted) },
    ];
    if (mode === 'queued' || mode === 'agent')
      items.unshift({ text: t('menu.bot'), act: () => void client.cancelHuman().catch(reportError) });
    if (privacy) items.push({ text: t('privacy.link'), href: privacy });
    return <ActionMenu label={t('panel.more')} items={items} box={props.box} onClose={props.onClose} />;
  },
);
