import { Mark } from './icon.tsx';

/** Number of tints in the stylesheet. */
const TINTS = 6;

const tintOf = (id: string): number => [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % TINTS;

/** One character of a Chinese name, up to two initials of another. */
export function initials(name: string): string {
  const [first = '?', ...rest] = name.trim().split(/\s+/);
  const head = [...first][0] ?? '?';
  if (/\p{Script=Han}/u.test(head)) return head;
  const second = rest.at(-1);
  return `${head}${second ? ([...second][0] ?? '') : ''}`.toUpperCase();
}

/** Initials on a tint that stays the same for the same participant. Silent: the name stands beside it. */
export const Avatar = ({
  id,
  name,
  small,
}: {
  readonly id: string;
  readonly name: string;
  readonly small?: boolean;
}) => (
  <span class={`avatar tint-${tintOf(id)}${small ? ' small' : ''}`} aria-hidden="true">
    {initials(name)}
  </span>
);

/** The bot's sign. */
export const BotAvatar = () => (
  <span class="avatar small bot" aria-hidden="true">
    <Mark />
  </span>
);
