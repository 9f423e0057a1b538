import type { WordKey } from './en.ts';

/** 聊天之外的文字。 */
export const zhCN: Readonly<Record<WordKey, string>> = {
  'mail.code.subject': '订单 {number} 的验证码：{code}',
  'mail.code.text':
    '您在{shop}查询订单 {number} 的验证码是 {code}，{minutes} 分钟内有效。\n\n如果不是您本人操作，请忽略这封邮件。',
  'mail.confirm.subject': '这是您的邮箱吗？· {shop}',
  'mail.confirm.text':
    '有人在与{shop}的对话中留下了这个邮箱，用来接收回复。\n\n是您吗？请在这个页面确认，之后回复会发到这里：\n{url}\n\n如果不是，可在该页面说明，或不必理会：没有您的确认，不会有回复发到这个邮箱。',
  'mail.confirm.waiting':
    '有人在与{shop}的对话中留下了这个邮箱，现在有一条回复。\n\n是您吗？请在这个页面确认，回复随即发到这里：\n{url}\n\n如果不是，可在该页面说明，或不必理会：没有您的确认，不会有回复发到这个邮箱。',
  'mail.reply.subject': '{by}回复了您 · {shop}',
  'mail.reply.text':
    '{shop}的{by}写道：\n\n{text}\n\n在这台或任何其他设备上继续对话：\n{url}\n此链接仅供您本人使用，七天内有效，请勿转发。\n\n不再接收{shop}的对话邮件：{stop}',
  'push.title': '{by} · {shop}',
  'push.text': '您有一条新回复。',
  'page.confirm.title': '这是您的邮箱吗？',
  'page.confirm.text': '有人在与{shop}的对话中留下了 {email}。只有确实是您，回复才会发到这里。',
  'page.confirm.yes': '是我，回复发到这里',
  'page.confirm.no': '不是我',
  'page.confirm.done': '谢谢。{shop}的回复会发到这个邮箱。',
  'page.stop.title': '不再接收邮件？',
  'page.stop.text': '之后{shop}的回复不再发到 {email}，仍会留在聊天里。',
  'page.stop.yes': '停止发送',
  'page.stop.done': '好的，不会再发到 {email}。',
  'page.stop.again': '恢复发送',
  'page.stop.undone': '{shop}的回复会再发到 {email}。',
  'page.over.title': '链接已失效',
  'page.over.text': '链接已用过、超过七天或不完整。对话仍在{shop}的聊天里。',
  'page.resume.title': '您与{shop}的对话',
  'page.resume.wait': '请稍候，正在打开您的对话。',
  'page.resume.failed': '链接已失效，或对话已归入您的账号。请在{shop}登录后继续。',
};
