/** Least and most characters of a password (NIST SP 800-63B). */
export const LEAST_PASSWORD = 10;
export const MOST_PASSWORD = 200;

interface Argon2 {
  hash(password: string, options: { memoryCost: number; timeCost: number; parallelism: number }): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
}

/** Argon2id as OWASP asks for: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Loaded with the first password: most desks come in by links. */
const argon2 = async (): Promise<Argon2> => {
  const name = '@node-rs/argon2';
  return (await import(name)) as Argon2;
};

/** What is kept of a password. */
export const hashPassword = async (password: string): Promise<string> =>
  (await argon2()).hash(password.normalize('NFKC'), COST);

let nobodys: Promise<string> | undefined;

/**
 * Whether it is the password. Where there is none to compare with the same work is done, so that the time tells nobody who has
 * one.
 */
export async function isPassword(hashed: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const good = await (await argon2()).verify(hashed ?? (await nobodys), password.normalize('NFKC'));
  return good && hashed !== undefined;
}
