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
  'timeline.label': '對話',
  'timeline.new': '新訊息',
  'row.you': '您',
  'status.queued': '連上網路後自動送出',
  'status.sending': '傳送中',
  'connection.offline': '網路斷線了，訊息先在這裡等著。',
  'connection.retry': '立即重試',
  'composer.placeholder': '寫點什麼…',
  'composer.ask': '問問這件商品',
  'composer.send': '傳送',
  'composer.refused': '沒能存下來，您寫的字還在，請再試一次。',
  'empty.title': '客官裡邊請，\n想看點什麼？',
  'empty.text': '店裡的商品和您的訂單我都熟。辦不了的，我去請人。',
  'privacy.note': '由自動助理回答。',
  'privacy.link': '隱私權說明',
};
