import type { ShellStrings } from './strings.ts';

export const lang = 'ja';

/** Everything else in Japanese. */
export const later = () => import('../later/ja.ts');

/** The shell in Japanese. */
export const shell: ShellStrings = {
  'launcher.open': 'チャットを開く',
  'launcher.close': 'チャットを閉じる',
  'launcher.unread': { other: 'チャットを開く、新着{n}件' },
  'bot.name': 'Xiaoer',
  'panel.title': 'ご用を承ります',
  'panel.assistant': '自動アシスタント',
  'panel.close': '閉じる',
  'panel.person': '担当者と話す',
  'timeline.label': '会話',
  'timeline.new': '新着',
  'row.you': 'あなた',
  'status.queued': 'オンラインになると送信します',
  'status.sending': '送信中',
  'connection.offline': 'オフラインです。メッセージはここに保存されています。',
  'connection.retry': '今すぐ再試行',
  'composer.placeholder': 'メッセージを入力',
  'composer.ask': 'この商品について質問する',
  'composer.send': '送信',
  'composer.refused': '保存できませんでした。入力内容は残っていますので、もう一度お試しください。',
  'empty.title': 'いらっしゃいませ。\n何をお探しですか？',
  'empty.text': '商品やご注文のことなら何でもどうぞ。難しいことは担当者におつなぎします。',
  'privacy.note': '自動で回答しています。',
  'privacy.link': 'プライバシー',
};
