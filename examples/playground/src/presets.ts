import highContrast from '../../themes/high-contrast.css';
import luxury from '../../themes/luxury.css';
import marketplace from '../../themes/marketplace.css';
import plain from '../../themes/plain.css';
import playful from '../../themes/playful.css';
import { type Theme, themeOf } from './theme.ts';

/** The themes of `examples/themes`, by the key of their name. */
export const PRESETS = {
  plain: themeOf(plain),
  luxury: themeOf(luxury),
  playful: themeOf(playful),
  highContrast: themeOf(highContrast),
  marketplace: themeOf(marketplace),
} as const satisfies Readonly<Record<string, Theme>>;

/** Key of a preset. */
export type Preset = keyof typeof PRESETS;
