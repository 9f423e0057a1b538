import type { Language } from '../text/language.ts';
import type { Abstention } from '../understanding/abstain.ts';

/** How far the library may be trusted in each language. Written by scripts/library-abstention.mjs. */
export const ABSTENTION: Readonly<Record<Language, Abstention>> = {
  'zh-CN': {
    inScope: {
      bias: 0.6587,
      weights: [2.5308, 0.2004, -1.7093, 0.3737, -0.363, -0.01, 2.4219, -1.338, 0.2553, -0.2249],
    },
    right: {
      bias: -0.6069,
      weights: [2.5119, 0.7953, -1.2156, 0.3122, -0.4378, -0.156, 2.204, -1.2087, 0.3079, -0.0694],
    },
  },
  en: {
    inScope: {
      bias: 0.8524,
      weights: [2.1307, -0.1635, -2.5935, -1.7757, -0.3279, -0.0218, 4.1728, 2.9238, -0.2744, -0.2294],
    },
    right: {
      bias: -0.5135,
      weights: [2.6129, -0.0342, -2.2575, -1.5373, -0.3827, -0.0669, 3.658, 2.7346, -0.1025, -0.0546],
    },
  },
};
