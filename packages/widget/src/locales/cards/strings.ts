/** Keys of the cards. */
export interface CardStrings {
  readonly 'card.add': string;
  readonly 'card.view': string;
}
