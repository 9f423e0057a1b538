import type { Group } from './controls.ts';
import type { Preset } from './presets.ts';

/** The words of the page in one language. */
export interface Words {
  readonly title: string;
  readonly lead: string;
  readonly presets: string;
  readonly preset: Readonly<Record<Preset, string>>;
  readonly group: Readonly<Record<Group['title'], string>>;
  readonly variable: string;
  /** What a variable sets, where it is not said in the words of the widget's own list. */
  readonly sets: Readonly<Record<string, string>>;
  readonly light: string;
  readonly dark: string;
  readonly inDark: (name: string) => string;
  readonly pick: (name: string) => string;
  readonly bad: string;
  readonly clear: string;
  readonly show: string;
  readonly view: {
    readonly conversation: string;
    readonly empty: string;
    readonly launcher: string;
    readonly all: string;
  };
  readonly kinds: string;
  readonly device: string;
  readonly desktop: string;
  readonly phone: string;
  readonly language: string;
  readonly rtl: string;
  readonly previews: string;
  readonly frame: (scheme: 'light' | 'dark') => string;
  readonly contrast: string;
  readonly pairs: string;
  readonly pair: string;
  readonly on: (front: string, back: string) => string;
  readonly needed: string;
  readonly allGood: string;
  readonly short: (count: number) => string;
  readonly pass: string;
  readonly fail: string;
  readonly css: string;
  readonly nothingSet: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
}

const en: Words = {
  title: 'Theme playground',
  lead: 'Every variable of the widget, live. Choose a start, change what you like, copy the CSS.',
  presets: 'Start from',
  preset: {
    plain: 'Plain',
    luxury: 'Luxury',
    playful: 'Playful',
    highContrast: 'High contrast',
    marketplace: 'Marketplace',
  },
  group: { colours: 'Colours', letters: 'Letters', shape: 'Shape', place: 'Size and place' },
  variable: 'Variable',
  sets: {},
  light: 'Light',
  dark: 'Dark',
  inDark: (name) => `${name} in dark`,
  pick: (name) => `Pick ${name}`,
  bad: 'The browser does not take this value; the default stands.',
  clear: 'Clear all',
  show: 'Show',
  view: { conversation: 'A conversation', empty: 'Empty panel', launcher: 'Launcher', all: 'Every kind of message' },
  kinds: 'One kind',
  device: 'Device',
  desktop: 'Desktop',
  phone: 'Phone',
  language: 'Language',
  rtl: 'Page from right to left',
  previews: 'Previews',
  frame: (scheme) => (scheme === 'light' ? 'The widget in light' : 'The widget in dark'),
  contrast: 'Contrast',
  pairs: 'Contrast of every pair',
  pair: 'Colours',
  on: (front, back) => `${front} on ${back}`,
  needed: 'Needed',
  allGood: 'Every pair reaches WCAG 2.2 AA.',
  short: (count) => (count === 1 ? '1 pair is below WCAG 2.2 AA.' : `${count} pairs are below WCAG 2.2 AA.`),
  pass: 'enough',
  fail: 'too little',
  css: 'CSS',
  nothingSet: '/* Nothing is set: the widget as it comes. */',
  copy: 'Copy the CSS',
  copied: 'Copied',
  notCopied: 'The browser refused. Select the text and copy it.',
};

const zhCn: Words = {
  title: '主题工坊',
  lead: '小组件的每个变量，边改边看。选一个起点，改成您要的样子，再复制 CSS。',
  presets: '起点',
  preset: { plain: '素', luxury: '雅', playful: '俏', highContrast: '高对比', marketplace: '商城' },
  group: { colours: '颜色', letters: '文字', shape: '形状', place: '大小与位置' },
  variable: '变量',
  sets: {
    accent: '入口按钮、自己的气泡、主按钮',
    'on-accent': '主色上的文字和图标',
    surface: '面板和卡片',
    text: '文字，所有的灰都由它调出',
    highlight: '价格、角标、优惠券、未读线、星星',
    bubble: '助手和客服的气泡',
    header: '面板的头部',
    'on-header': '头部的文字和图标',
    font: '所有文字',
    'font-display': '标题和价格',
    'font-size': '消息的字号',
    radius: '所有圆角，按 0.36、0.58、1、1.3 倍',
    space: '间距的单位：3.5px 紧凑，4.4px 宽松',
    line: '一整条边框；设了以后气泡和面板也有',
    shadow: '面板和问候的阴影',
    width: '面板的宽，最多为视口减 32px',
    height: '面板的高，最多为视口减 112px',
    'offset-x': '离行尾一侧的距离',
    'offset-y': '离底边的距离',
  },
  light: '浅色',
  dark: '深色',
  inDark: (name) => `深色时的 ${name}`,
  pick: (name) => `选取 ${name}`,
  bad: '浏览器不认这个值，仍用默认值。',
  clear: '全部清空',
  show: '显示',
  view: { conversation: '一段对话', empty: '空面板', launcher: '入口按钮', all: '各种消息' },
  kinds: '单看一种',
  device: '设备',
  desktop: '电脑',
  phone: '手机',
  language: '语言',
  rtl: '页面从右到左',
  previews: '预览',
  frame: (scheme) => (scheme === 'light' ? '浅色的小组件' : '深色的小组件'),
  contrast: '对比度',
  pairs: '每一对颜色的对比度',
  pair: '颜色',
  on: (front, back) => `${back} 上的 ${front}`,
  needed: '至少',
  allGood: '每一对颜色都达到 WCAG 2.2 AA。',
  short: (count) => `有 ${count} 对颜色没有达到 WCAG 2.2 AA。`,
  pass: '够',
  fail: '不够',
  css: 'CSS',
  nothingSet: '/* 什么都没设：小组件本来的样子。 */',
  copy: '复制 CSS',
  copied: '已复制',
  notCopied: '浏览器不让复制，请选中文字自己复制。',
};

/** The words for a locale: Chinese or English. */
export const wordsFor = (locale: string): { readonly lang: string; readonly words: Words } =>
  /^zh\b/i.test(locale) ? { lang: 'zh-CN', words: zhCn } : { lang: 'en', words: en };
