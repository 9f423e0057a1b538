/** What the house writes outside the chat, in English. Braces are filled in. */
export const en = {
  'mail.code.subject': 'Your code for order {number}: {code}',
  'mail.code.text':
    'Your one-time code for order {number} at {shop} is {code}. It is good for {minutes} minutes.\n\nIf you did not ask for it, ignore this mail.',
  'mail.confirm.subject': 'Is this your address? · {shop}',
  'mail.confirm.text':
    'Somebody left this address in a conversation with {shop}, so that answers come here.\n\nWas it you? Say so on this page, and they will:\n{url}\n\nIf not, say so there too, or do nothing: without your yes no answer is sent to this address.',
  'mail.confirm.waiting':
    'Somebody left this address in a conversation with {shop}, and an answer is waiting.\n\nWas it you? Say so on this page, and it comes here:\n{url}\n\nIf not, say so there too, or do nothing: without your yes no answer is sent to this address.',
  'mail.reply.subject': '{by} answered you · {shop}',
  'mail.reply.text':
    '{by} of {shop} wrote:\n\n{text}\n\nGo on with the conversation, on this or any other device:\n{url}\nThe link is yours alone and good for seven days. Do not pass it on.\n\nNo more mails about conversations with {shop}: {stop}',
  'page.confirm.title': 'Is this your address?',
  'page.confirm.text':
    'Somebody left {email} in a conversation with {shop}. Answers are sent here only if that was you.',
  'page.confirm.yes': 'Yes, send answers here',
  'page.confirm.no': 'No, that was not me',
  'page.confirm.done': 'Thank you. Answers of {shop} come to this address.',
  'page.stop.title': 'No more mails?',
  'page.stop.text': 'Answers of {shop} are then no longer sent to {email}. They stay in the chat.',
  'page.stop.yes': 'Stop the mails',
  'page.stop.done': 'Done. Nothing more is sent to {email}.',
  'page.stop.again': 'Send them again',
  'page.stop.undone': 'Answers of {shop} come to {email} again.',
  'page.over.title': 'This link is over',
  'page.over.text':
    'It was used, is older than seven days, or is not whole. The conversation is still in the chat of {shop}.',
  'page.resume.title': 'Your conversation with {shop}',
  'page.resume.wait': 'One moment, your conversation is being opened.',
  'page.resume.failed': 'This link is over, or was replaced by your account. Sign in at {shop} to go on.',
  'ticket.opened': 'Case {number}, {type}, is open. You hear of it by {due}.',
  'ticket.open': 'Case {number}: somebody is working on it.',
  'ticket.asks': 'Case {number} needs something from you: {text}\nWrite it here, and it goes on.',
  'ticket.answered': 'Case {number}: thank you, it goes on.',
  'ticket.third': 'Case {number}: we have asked the carrier or the workshop, and wait for their answer.',
  'ticket.told': 'Case {number}: {text}',
  'ticket.late': 'Case {number} takes longer than we said. It is not forgotten, and we are sorry.',
  'ticket.done': 'Case {number} is done. {text}',
  'ticket.doneAmount': 'Case {number} is done, {amount}. {text}',
  'ticket.refused': 'Case {number} is closed. {text}\nIf you do not agree, write it here within seven days.',
  'ticket.cancelled': 'Case {number} was withdrawn. {text}',
  'ticket.reopened': 'Case {number} is open again.',
  'fact.order': 'Order',
  'fact.amount': 'Amount',
  'fact.waybill': 'Waybill',
  'fact.product': 'Product',
  'fact.pictures': 'Pictures',
  'fact.wish': 'What the shopper wrote',
} as const;

/** Keys of the tables. */
export type WordKey = keyof typeof en;
