/** Words of the merchant's room in English; keys as in `en.ts`. Each page has a table of its own. */
export const MERCHANT_EN = {
  'merchant.title': 'Shop',
  'merchant.group.knows': 'What it knows',
  'merchant.group.serves': 'How it serves',
  'merchant.group.house': 'The house',
  'merchant.back': 'Back to the list',
  'merchant.failed': 'The server did not answer.',
  'key.save': 'In the shop: what is not saved',
  'key.viewShop': 'Show the shop, for admins',
} as const;
