/** Tells whether an unknown value is a `T`. Unknown fields are allowed: the protocol ignores them. */
export type Guard<T> = (value: unknown) => value is T;

/** What a guard lets through. */
export type Guarded<G> = G extends Guard<infer T> ? T : never;

type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> };

/** An object whose known fields pass their guards. */
export const shape =
  <T extends object>(fields: Fields<T>): Guard<T> =>
  (value): value is T =>
    isObject(value) && Object.keys(fields).every((key) => fields[key as keyof T](value[key]));

/** A field that may be absent. */
export const optional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

/** An array of at most `most` items. */
export const list =
  <T>(guard: Guard<T>, most: number, least = 0): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(guard);

/** A string of at most `most` UTF-16 code units, and at least `least`. */
export const string =
  (most: number, least = 0): Guard<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length >= least && value.length <= most;

/** A string that matches a pattern. */
export const matching =
  (pattern: RegExp): Guard<string> =>
  (value): value is string =>
    typeof value === 'string' && pattern.test(value);

/** One of the given literals. */
export const oneOf =
  <const T extends string | number>(...values: readonly T[]): Guard<T> =>
  (value): value is T =>
    values.includes(value as T);

/** A value that passes one of the guards. */
export const either =
  <A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    a(value) || b(value);

/** An object whose own values all pass, with at most `most` keys. */
export const record =
  <T>(guard: Guard<T>, most: number): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> => {
    if (!isObject(value)) return false;
    const values = Object.values(value);
    return values.length <= most && values.every(guard);
  };

/** A whole number from `least` to `most`. */
export const integer =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Guard<number> =>
  (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/** A plain object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);

/** `true` or `false`. */
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** A finite number. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value);
