import type { ShellStrings } from './strings.ts';

export const lang = 'pt-BR';

/** Everything else in Brazilian Portuguese. */
export const later = () => import('../later/pt-br.ts');

/** The shell in Brazilian Portuguese. */
export const shell: ShellStrings = {
  'launcher.open': 'Abrir o chat',
  'launcher.close': 'Fechar o chat',
  'launcher.unread': { one: 'Abrir o chat, {n} mensagem nova', other: 'Abrir o chat, {n} mensagens novas' },
  'bot.name': 'Xiaoer',
  'panel.title': 'Às suas ordens',
  'panel.assistant': 'Assistente automático',
  'panel.close': 'Fechar',
  'panel.person': 'Falar com uma pessoa',
  'timeline.label': 'Conversa',
  'timeline.new': 'Novas',
  'row.you': 'Você',
  'status.queued': 'Será enviada quando houver conexão',
  'status.sending': 'Enviando',
  'connection.offline': 'Sem conexão. Suas mensagens esperam aqui.',
  'connection.retry': 'Tentar agora',
  'composer.placeholder': 'Escreva uma mensagem',
  'composer.ask': 'Pergunte sobre este produto',
  'composer.send': 'Enviar',
  'composer.refused': 'Não foi possível guardar. Seu texto continua aqui: tente de novo.',
  'empty.title': 'Pode entrar.\nEm que posso ajudar?',
  'empty.text': 'Conheço a loja e os seus pedidos. Se precisar de uma pessoa, eu chamo.',
  'privacy.note': 'As respostas são automáticas.',
  'privacy.link': 'Privacidade',
};
