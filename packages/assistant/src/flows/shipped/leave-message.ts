import type { Flow } from '../flow.ts';

/** A message for somebody of the shop. */
export const LEAVE_MESSAGE: Flow = {
  flow: 1,
  id: 'leave-message',
  title: { 'zh-CN': '留言', en: 'leaving a message' },
  phrases: {
    'zh-CN': '我要留言|留个言|帮我留言|留言给店家',
    en: 'leave a message|can i leave a message|take a message|i want to leave a message',
  },
  slots: {
    message: {
      type: 'text',
      label: { 'zh-CN': '留言', en: 'Message' },
      min: 2,
      ask: { 'zh-CN': '好的，您说，我记下来。', en: 'Certainly, what shall I write down?' },
      retry: { 'zh-CN': '留言不能是空的，请说一句。', en: 'The message is empty; please write a sentence.' },
    },
    contact: {
      type: 'contact',
      label: { 'zh-CN': '联系方式', en: 'Contact' },
      ask: {
        'zh-CN': '回复发到哪里？邮箱或者电话都行。',
        en: 'Where should the answer go? An e-mail address or a phone number.',
      },
      retry: {
        'zh-CN': '这不像邮箱或者电话，请再写一次。',
        en: 'That is neither an e-mail address nor a phone number; please write it again.',
      },
    },
  },
  steps: [
    { ask: 'message' },
    { ask: 'contact' },
    {
      confirm: {
        'zh-CN': '留言：{message}\n回复到：{contact}\n就这样留下吗？',
        en: 'Message: {message}\nAnswer to: {contact}\nShall I leave it like this?',
      },
    },
    { call: 'messages.leave', with: { message: 'message', contact: 'contact' }, errors: { failed: 'failed' } },
    {
      say: { 'zh-CN': '留下了，有人会回到 {contact}。', en: 'It is left; somebody will answer to {contact}.' },
      next: 'end',
    },
    {
      id: 'failed',
      person: {
        'zh-CN': '没留成：系统没有接受。我请人来。',
        en: 'It was not taken down: the system did not accept it. I am asking for a person.',
      },
    },
  ],
  cancelled: { 'zh-CN': '好的，不留言了。', en: 'All right, no message.' },
};
