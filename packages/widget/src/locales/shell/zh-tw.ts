import type { ShellStrings } from './strings.ts';

export const lang = 'zh-TW';

/** Everything else in traditional Chinese. */
export const later = () => import('../later/zh-tw.ts');

/** The shell in traditional Chinese. */
export const shell: ShellStrings = {
  'launcher.open': '開啟對話',
  'launcher.close': '收起對話',
  'launcher.unread': { other: '開啟對話，{n} 則新訊息' },
  'bot.name': '小二',
  'panel.title': '為您服務',
  'panel.assistant': '小二，自動助理',
  'panel.close': '關閉',
  'panel.person': '找真人客服',
  'panel.waiting': '正在請真人客服',
  'panel.here': '在線上',
  'timeline.label': '對話',
  'timeline.new': '新訊息',
  'row.you': '您',
  'status.queued': '連上網路後自動送出',
  'status.sending': '傳送中',
  'status.failed': '沒有送出',
  'status.expired': '一天內沒能送出',
  'status.unsaved': '只留在這一頁',
  'connection.offline': '網路斷線了，訊息先在這裡等著。',
  'connection.degraded': '網路有點慢，訊息都留著。',
  'connection.stopped': '暫時連不上，請重新整理頁面再試。',
  'connection.retry': '立即重試',
  'composer.placeholder': '寫點什麼…',
  'composer.ask': '問問這件商品',
  'composer.agent': '寫給{name}',
  'composer.send': '傳送',
  'composer.full': '等著送出的訊息太多了，請連上網路後再傳這一則。',
  'composer.long': { other: '超出 {n} 個字' },
  'composer.refused': '沒能存下來，您寫的字還在，請再試一次。',
  'empty.title': '客官裡邊請，\n想看點什麼？',
  'empty.text': '店裡的商品和您的訂單我都熟。辦不了的，我去請人。',
  'privacy.note': '由自動助理回答。',
  'privacy.link': '隱私權說明',
  'card.from': '來源：',
};
