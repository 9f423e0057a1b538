/** English of what is kept of shoppers. */
export const PRIVACY_EN = {
  'data.open': 'Data of this shopper',
  'data.title': 'Data of {name}',
  'data.text':
    'Everything that is kept of this shopper: conversations, files, tickets, addresses, notices and who looked at it. Each save is written down in the audit log.',
  'data.page': 'Save as a page',
  'data.json': 'Save as JSON',
  'data.eraseTitle': 'Erase for good',
  'data.eraseText':
    'Words, files, tickets and addresses are overwritten and their key is deleted, here and in the shopper’s browsers. It cannot be undone, not by us either. Backups made before still hold it.',
  'data.sure': 'I am sure, and saved what must be kept',
  'data.erase': 'Erase this shopper',
  'data.erasing': 'Erasing …',
  'data.cancel': 'Leave it',
  'data.close': 'Close',
  'data.erasedTitle': 'Erased',
  'data.erased': 'Nothing of this shopper can be read any more.',
  'data.going': 'The wish is recorded and is being carried out, also after a restart of the server.',
  'data.failed': 'That did not go through. Look whether you are online and still an admin, then try again.',
  'reveal.show': 'Show the number',
  'reveal.why': 'What is it needed for?',
  'reveal.failed': 'The server did not show it.',
} as const;
