import type { Language } from '../text/language.ts';
import type { Abstention } from '../understanding/abstain.ts';

/** How far the library may be trusted in each language. Written by scripts/library-abstention.mjs. */
export const ABSTENTION: Readonly<Record<Language, Abstention>> = {
  'zh-CN': {
    inScope: {
      bias: 1.4691,
      weights: [2.485, 0.0016, -1.4933, -0.9086, -0.3753, -0.0602, 4.3793, -1.2019, 0.0302, -0.2139],
    },
    right: {
      bias: 0.6634,
      weights: [2.6518, 0.5296, -0.8851, -1.6541, -0.6658, -0.2813, 4.7396, -1.3024, 0.0385, -0.0426],
    },
  },
  en: {
    inScope: {
      bias: 0.7912,
      weights: [1.504, -0.508, -2.5734, -1.754, -0.8318, -0.0757, 7.5533, 0.0099, 0.0469, -0.14],
    },
    right: {
      bias: -0.8317,
      weights: [2.0545, -0.2082, -1.9065, -1.8552, -0.7565, -0.2285, 6.8192, -0.0479, 0.2164, 0.0791],
    },
  },
};
