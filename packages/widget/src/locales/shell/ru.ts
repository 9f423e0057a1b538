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
  'panel.waiting': 'Ждём сотрудника',
  'panel.here': 'На связи',
  'timeline.label': 'Разговор',
  'timeline.new': 'Новые',
  'row.you': 'Вы',
  'status.queued': 'Уйдёт, когда появится сеть',
  'status.sending': 'Отправляется',
  'status.failed': 'Не отправлено',
  'status.expired': 'Не отправлено за день',
  'status.unsaved': 'Хранится только на этой странице',
  'connection.offline': 'Нет сети. Ваши сообщения ждут здесь.',
  'connection.degraded': 'Связь медленная. Ваши сообщения сохранены.',
  'connection.stopped': 'Чат не может подключиться. Обновите страницу, чтобы попробовать снова.',
  'connection.retry': 'Попробовать сейчас',
  'composer.placeholder': 'Напишите сообщение',
  'composer.ask': 'Спросите об этом товаре',
  'composer.agent': 'Написать: {name}',
  'composer.send': 'Отправить',
  'composer.full': 'Много сообщений ждут отправки. Отправьте это, когда снова появится сеть.',
  'composer.long': {
    one: 'Длиннее на {n} символ',
    few: 'Длиннее на {n} символа',
    many: 'Длиннее на {n} символов',
    other: 'Длиннее на {n} символа',
  },
  'composer.refused': 'Не удалось сохранить. Ваш текст на месте: попробуйте ещё раз.',
  'empty.title': 'Проходите.\nЧем вам помочь?',
  'empty.text': 'Я знаю магазин и ваши заказы. Если нужен человек, позову.',
  'privacy.note': 'Ответы приходят автоматически.',
  'privacy.link': 'Конфиденциальность',
  'card.from': 'Источник:',
};
