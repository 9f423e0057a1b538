const SIGNED_IN = 'user:';

/** The `sub` of a signed-in shopper's principal; undefined for a visitor, who has no orders. */
export const subjectOf = (principal: string): string | undefined =>
  principal.startsWith(SIGNED_IN) ? principal.slice(SIGNED_IN.length) : undefined;
