import type { ShellStrings } from './strings.ts';

export const lang = 'zh-CN';

/** Everything else in simplified Chinese. */
export const later = () => import('../later/zh-cn.ts');

/** The shell in simplified Chinese. */
export const shell: ShellStrings = {
  'launcher.open': '打开对话',
  'launcher.close': '收起对话',
  'launcher.unread': { other: '打开对话，{n} 条新消息' },
  'bot.name': '小二',
  'panel.title': '为您效劳',
  'panel.assistant': '小二，自动助手',
  'panel.close': '关闭',
  'panel.person': '找人工',
  'timeline.label': '对话',
  'timeline.new': '新消息',
  'row.you': '您',
  'status.queued': '联网后自动发出',
  'status.sending': '发送中',
  'connection.offline': '网络断了，消息先在这里候着。',
  'connection.retry': '立即重试',
  'composer.placeholder': '写点什么…',
  'composer.ask': '问问这件商品',
  'composer.send': '发送',
  'composer.refused': '没能存下来，您写的字还在，请再试一次。',
  'empty.title': '客官里边请，\n想看点什么？',
  'empty.text': '店里的货和您的订单我都熟。办不了的，我去请人。',
  'privacy.note': '由自动助手回答。',
  'privacy.link': '隐私说明',
};
