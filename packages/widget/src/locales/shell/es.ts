import type { ShellStrings } from './strings.ts';

export const lang = 'es';

/** Everything else in Spanish. */
export const later = () => import('../later/es.ts');

/** The shell in Spanish. */
export const shell: ShellStrings = {
  'launcher.open': 'Abrir el chat',
  'launcher.close': 'Cerrar el chat',
  'launcher.unread': { one: 'Abrir el chat, {n} mensaje nuevo', other: 'Abrir el chat, {n} mensajes nuevos' },
  'bot.name': 'Xiaoer',
  'panel.title': 'A tu servicio',
  'panel.assistant': 'Asistente automático',
  'panel.close': 'Cerrar',
  'panel.person': 'Hablar con una persona',
  'timeline.label': 'Conversación',
  'timeline.new': 'Nuevos',
  'row.you': 'Tú',
  'status.queued': 'Se enviará cuando tengas conexión',
  'status.sending': 'Enviando',
  'connection.offline': 'Sin conexión. Tus mensajes esperan aquí.',
  'connection.retry': 'Probar ahora',
  'composer.placeholder': 'Escribe un mensaje',
  'composer.ask': 'Pregunta por este producto',
  'composer.send': 'Enviar',
  'composer.refused': 'No se ha podido guardar. Tu texto sigue aquí: inténtalo de nuevo.',
  'empty.title': 'Adelante.\n¿En qué puedo ayudarte?',
  'empty.text': 'Conozco la tienda y tus pedidos. Si hace falta una persona, la llamo.',
  'privacy.note': 'Las respuestas son automáticas.',
  'privacy.link': 'Privacidad',
};
