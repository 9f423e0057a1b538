import type { ShellStrings } from './strings.ts';

export const lang = 'ru';

/** Everything else in Russian. */
export const later = () => import('../later/ru.ts');

/** The shell in Russian. */
export const shell: ShellStrings = {
  'launcher.open': 'Открыть чат',
  'launcher.close': 'Закрыть чат',
  'launcher.unread': {
    one: 'Открыть чат, {n} новое сообщение',
    few: 'Открыть чат, {n} новых сообщения',
    many: 'Открыть чат, {n} новых сообщений',
    other: 'Открыть чат, {n} нового сообщения',
  },
  'bot.name': 'Xiaoer',
  'panel.title': 'К вашим услугам',
  'panel.assistant': 'Автоматический помощник',
  'panel.close': 'Закрыть',
  'panel.person': 'Позвать сотрудника',
  'timeline.label': 'Разговор',
  'timeline.new': 'Новые',
  'row.you': 'Вы',
  'status.queued': 'Уйдёт, когда появится сеть',
  'status.sending': 'Отправляется',
  'connection.offline': 'Нет сети. Ваши сообщения ждут здесь.',
  'connection.retry': 'Попробовать сейчас',
  'composer.placeholder': 'Напишите сообщение',
  'composer.ask': 'Спросите об этом товаре',
  'composer.send': 'Отправить',
  'composer.refused': 'Не удалось сохранить. Ваш текст на месте: попробуйте ещё раз.',
  'empty.title': 'Проходите.\nЧем вам помочь?',
  'empty.text': 'Я знаю магазин и ваши заказы. Если нужен человек, позову.',
  'privacy.note': 'Ответы приходят автоматически.',
  'privacy.link': 'Конфиденциальность',
};
