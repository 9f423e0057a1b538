import type { Slot } from '../flow.ts';

/** Pictures of what is wrong with a thing; there need not be any. */
export const PICTURES_OF_FAULT: Slot = {
  type: 'pictures',
  label: { 'zh-CN': '图片', en: 'Pictures' },
  min: 0,
  ask: {
    'zh-CN': '请发几张图片，拍清楚有问题的地方；没有的话说「没有图片」。',
    en: 'Please send pictures that show the problem, or say “no pictures”.',
  },
  retry: {
    'zh-CN': '这里要的是图片；没有的话说「没有图片」。',
    en: 'Pictures are what I need here; say “no pictures” if there are none.',
  },
};
