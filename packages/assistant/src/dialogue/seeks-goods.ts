import type { Understanding } from '../understanding/understanding.ts';

/** Whether a sentence asks to be shown goods: a word of looking for, a budget, or «do you have …». */
export const seeksGoods = ({ features, slots, normal }: Understanding): boolean =>
  features.concepts.has('recommend') ||
  slots.budget !== undefined ||
  /^(?:你们|店里)?[有卖].+[吗么没不]|[有卖](?:没有?|没得)?(?:卖的?)?[吗么没不][?？]?$|^(?:got )?any\b|^something\b|送.{1,8}(?:什么|啥)|^(?:an? |any )?(?:gifts?|presents?)(?: ideas?)? for (?:my|an?|him|her|someone|somebody)\b/.test(
    normal.text,
  );
