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
  'panel.waiting': 'En attente d’un conseiller',
  'panel.here': 'En ligne',
  'timeline.label': 'Discussion',
  'timeline.new': 'Nouveaux',
  'row.you': 'Vous',
  'status.queued': 'Partira quand vous serez en ligne',
  'status.sending': 'Envoi en cours',
  'status.failed': 'Non envoyé',
  'status.expired': 'Non envoyé depuis un jour',
  'status.unsaved': 'Gardé sur cette page seulement',
  'connection.offline': 'Hors ligne. Vos messages attendent ici.',
  'connection.degraded': 'La connexion est lente. Vos messages sont gardés.',
  'connection.stopped': 'La discussion ne peut pas se connecter. Rechargez la page pour réessayer.',
  'connection.retry': 'Réessayer',
  'composer.placeholder': 'Écrivez un message',
  'composer.ask': 'Une question sur ce produit ?',
  'composer.agent': 'Écrivez à {name}',
  'composer.send': 'Envoyer',
  'composer.full': 'Beaucoup de messages attendent de partir. Envoyez celui-ci quand vous serez de nouveau en ligne.',
  'composer.long': { one: '{n} caractère de trop', other: '{n} caractères de trop' },
  'composer.refused': 'L’enregistrement a échoué. Votre texte est toujours là : réessayez.',
  'empty.title': 'Entrez donc.\nQue puis-je pour vous ?',
  'empty.text': 'Je connais la boutique et vos commandes. S’il faut quelqu’un, je vais le chercher.',
  'privacy.note': 'Les réponses sont automatiques.',
  'privacy.link': 'Confidentialité',
  'card.from': 'Source :',
};
