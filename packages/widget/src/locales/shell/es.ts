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
  'panel.waiting': 'Esperando a una persona',
  'panel.here': 'En línea',
  'timeline.label': 'Conversación',
  'timeline.new': 'Nuevos',
  'row.you': 'Tú',
  'status.queued': 'Se enviará cuando tengas conexión',
  'status.sending': 'Enviando',
  'status.failed': 'No enviado',
  'status.expired': 'Sin enviar durante un día',
  'status.unsaved': 'Guardado solo en esta página',
  'connection.offline': 'Sin conexión. Tus mensajes esperan aquí.',
  'connection.degraded': 'La conexión es lenta. Tus mensajes se guardan.',
  'connection.stopped': 'El chat no se puede conectar. Recarga la página para volver a intentarlo.',
  'connection.retry': 'Probar ahora',
  'composer.placeholder': 'Escribe un mensaje',
  'composer.ask': 'Pregunta por este producto',
  'composer.agent': 'Escribe a {name}',
  'composer.send': 'Enviar',
  'composer.full': 'Hay muchos mensajes por enviar. Envía este cuando vuelvas a tener conexión.',
  'composer.long': { one: 'Sobra {n} carácter', other: 'Sobran {n} caracteres' },
  'composer.refused': 'No se ha podido guardar. Tu texto sigue aquí: inténtalo de nuevo.',
  'empty.title': 'Adelante.\n¿En qué puedo ayudarte?',
  'empty.text': 'Conozco la tienda y tus pedidos. Si hace falta una persona, la llamo.',
  'privacy.note': 'Las respuestas son automáticas.',
  'privacy.link': 'Privacidad',
  'card.from': 'Fuente:',
};
