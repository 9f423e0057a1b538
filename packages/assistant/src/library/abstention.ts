import type { Language } from '../text/language.ts';
import type { Abstention } from '../understanding/abstain.ts';

/** How far the library may be trusted in each language. Written by scripts/library-abstention.mjs. */
export const ABSTENTION: Readonly<Record<Language, Abstention>> = {
  'zh-CN': {
    inScope: {
      bias: 0.9477,
      weights: [1.4259, 0.1689, -0.8104, -1.8848, 0.5107, 0.022, 5.1666, -0.8999, -0.1203, -0.2349],
    },
    right: {
      bias: 0.8663,
      weights: [1.6369, 0.5526, -0.7574, -2.9824, 0.005, -0.0971, 4.8852, -0.5427, -0.1756, -0.0177],
    },
  },
  en: {
    inScope: {
      bias: 0.027,
      weights: [0.2948, 0.5971, -1.8746, -2.2078, 0.1678, -0.141, 7.8356, 0.4315, -0.0955, -0.3675],
    },
    right: {
      bias: -1.9913,
      weights: [1.1143, 0.9976, -1.25, -1.8058, 0.2006, -0.2706, 6.9223, 0.2534, 0.1522, -0.166],
    },
  },
};
