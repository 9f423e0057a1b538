/** 关于顾客数据的文字。 */
export const PRIVACY_ZH_CN = {
  'data.open': '这位顾客的数据',
  'data.title': '{name} 的数据',
  'data.text': '保存的关于这位顾客的全部内容：对话、文件、工单、联系地址、通知，以及谁看过。每次导出都会记入审计日志。',
  'data.page': '保存为网页',
  'data.json': '保存为 JSON',
  'data.eraseTitle': '永久删除',
  'data.eraseText':
    '文字、文件、工单和地址会被覆盖，密钥会被删除，这里和顾客的浏览器里都一样。无法撤销，我们也做不到。此前的备份里仍有这些内容。',
  'data.sure': '我确定，需要保留的已经保存',
  'data.erase': '删除这位顾客',
  'data.erasing': '正在删除……',
  'data.cancel': '先不删',
  'data.close': '关闭',
  'data.erasedTitle': '已删除',
  'data.erased': '这位顾客的内容已经无法读取。',
  'data.going': '请求已记录，正在执行，服务器重启后也会继续。',
  'data.failed': '没有成功。请看看是否在线、是否仍是管理员，再试一次。',
  'reveal.show': '显示号码',
  'reveal.why': '用来做什么？',
  'reveal.failed': '服务器没有显示它。',
} as const;
