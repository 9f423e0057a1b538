import type { ShellStrings } from './strings.ts';

export const lang = 'fr';

/** Everything else in French. */
export const later = () => import('../later/fr.ts');

/** The shell in French. */
export const shell: ShellStrings = {
  'launcher.open': 'Ouvrir la discussion',
  'launcher.close': 'Fermer la discussion',
  'launcher.unread': {
    one: 'Ouvrir la discussion, {n} nouveau message',
    other: 'Ouvrir la discussion, {n} nouveaux messages',
  },
  'bot.name': 'Xiaoer',
  'panel.title': 'À votre service',
  'panel.assistant': 'Assistant automatique',
  'panel.close': 'Fermer',
  'panel.person': 'Parler à quelqu’un',
  'timeline.label': 'Discussion',
  'timeline.new': 'Nouveaux',
  'row.you': 'Vous',
  'status.queued': 'Partira quand vous serez en ligne',
  'status.sending': 'Envoi en cours',
  'connection.offline': 'Hors ligne. Vos messages attendent ici.',
  'connection.retry': 'Réessayer',
  'composer.placeholder': 'Écrivez un message',
  'composer.ask': 'Une question sur ce produit ?',
  'composer.send': 'Envoyer',
  'composer.refused': 'L’enregistrement a échoué. Votre texte est toujours là : réessayez.',
  'empty.title': 'Entrez donc.\nQue puis-je pour vous ?',
  'empty.text': 'Je connais la boutique et vos commandes. S’il faut quelqu’un, je vais le chercher.',
  'privacy.note': 'Les réponses sont automatiques.',
  'privacy.link': 'Confidentialité',
};
