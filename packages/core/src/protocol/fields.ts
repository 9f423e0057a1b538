import { isObject } from './shape.ts';

/**
 * A value that stands for every value of its type: a text, empty or not (a sample that is not empty for those that are
 * not), a number from 0 up, a boolean, an array whose only element stands for every element, or an object. Of an
 * object every name is wanted; one that ends in a question mark may be absent; the empty name stands for every name.
 * What is not named is not looked at.
 */
export type Sample = string | number | boolean | readonly [Sample] | { readonly [name: string]: Sample };

/** Whether a value looks like the sample. */
export function fits(sample: Sample, value: unknown): boolean {
  if (Array.isArray(sample)) return Array.isArray(value) && value.every((one) => fits(sample[0], one));
  if (typeof sample !== 'object')
    return typeof value === typeof sample && (!sample || !!value) && !((value as number) < 0);
  const names = sample as { readonly [name: string]: Sample };
  return (
    isObject(value) &&
    Object.keys(names).every((name) => {
      const key = name.replace('?', '');
      const inside = names[name] as Sample;
      if (!name) return Object.values(value).every((one) => fits(inside, one));
      return (key !== name && value[key] === undefined) || fits(inside, value[key]);
    })
  );
}
