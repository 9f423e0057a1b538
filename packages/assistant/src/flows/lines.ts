import type { Localized } from '../knowledge/knowledge-source.ts';

const both = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

/** Lines that are the same in every flow. */
export const LINES = {
  signIn: both(
    '这件事要认得您的订单，请先在页面上登录，登录后再跟我说一声就好。',
    'For this I must know your orders: please sign in on this page first and tell me again.',
  ),
  cancelled: both('好的，这件事就先不办了，什么都没有改。', 'All right, I leave that: nothing was changed.'),
  gaveUp: both(
    '怕这样耽误您，这件事先放下，什么都没有改。可以请人来帮您办。',
    'I do not want to keep you, so I leave it: nothing was changed. A person can do it for you.',
  ),
  changed: both(
    '店里刚改了这件事的办法，我们从头走一遍。',
    'The shop has just changed how this is done, so let us go through it again.',
  ),
  failed: both(
    '没有办成：店里的系统没有受理。可以请人来查一查。',
    'It was not done: the system of the shop did not accept it. A person can look into it.',
  ),
  unsure: both(
    '店里的系统没有回音，办成没有我不能确定，不敢乱说。可以再试一次，同一件事不会办两遍；也可以请人来查。',
    'The system of the shop gave no answer: I cannot tell whether it was done and will not guess. You can try again, it is not done twice; or a person can look.',
  ),
  cannot: both(
    '这件事我这里办不了，不敢说办好了。您说的我都记下，转给店里的人来办：',
    'I cannot do this from here and will not pretend to. I have noted what you told me for a person of the shop:',
  ),
  noted: both('记下的是：', 'What I noted:'),
  rival: both(
    '「{mine}」还没办完。先把它办完，还是先办「{other}」？',
    'We have not finished {mine}. Shall we finish that first, or go on to {other}?',
  ),
  finish: both('先办完这个', 'Finish this first'),
  change: both('先办那个', 'Go on to that'),
  rests: both('刚才的「{mine}」还没办完，接着办吗？', 'We had not finished {mine}. Shall we go on with it?'),
  resume: both('接着办', 'Yes, go on'),
  drop: both('不办了', 'No, leave it'),
  yes: both('确认', 'Yes'),
  no: both('不，先不要', 'No, leave it'),
  none: both('没有图片', 'No pictures'),
  offer: both('要我现在就帮您办「{other}」吗？', 'Shall I see to {other} for you now?'),
  offered: both('好，现在办', 'Yes, please'),
} as const;
