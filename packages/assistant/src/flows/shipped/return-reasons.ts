import type { Option } from '../flow.ts';

/** Why something goes back, or is exchanged. */
export const RETURN_REASONS: readonly Option[] = [
  {
    value: 'not-wanted',
    label: { 'zh-CN': '不喜欢', en: 'I do not like it' },
    words: {
      'zh-CN': '不想要|不合心意|不好看|不满意',
      en: "don't want|changed my mind|not what i expected|unwanted",
    },
  },
  {
    value: 'size',
    label: { 'zh-CN': '尺寸不合适', en: 'The size' },
    words: { 'zh-CN': '大了|小了|尺码|太大|太小|不合身', en: "size|too big|too small|does not fit|doesn't fit" },
  },
  {
    value: 'damaged',
    label: { 'zh-CN': '有破损或质量问题', en: 'Damaged or faulty' },
    words: {
      'zh-CN': '坏|破|裂|质量|瑕疵|掉色|不能用',
      en: "broken|damaged|faulty|defect|quality|torn|does not work|doesn't work",
    },
  },
  {
    value: 'wrong',
    label: { 'zh-CN': '发错了', en: 'The wrong item' },
    words: { 'zh-CN': '错|不是我要的|不一样', en: 'wrong|not what i ordered|different' },
  },
  {
    value: 'other',
    label: { 'zh-CN': '其他', en: 'Something else' },
    words: { 'zh-CN': '别的|其它', en: 'other' },
  },
];
