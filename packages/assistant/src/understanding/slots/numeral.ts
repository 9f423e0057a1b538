const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Pattern of a number in digits or Chinese numerals, to be put into larger patterns. */
export const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?(?:[百千万k])?|[一二两三四五六七八九十百千万零]+`;

/** Reads `1,000`, `1.5千`, `2k`, `三百五`, `一千二`, `两万`; undefined for anything else. */
export function readNumeral(text: string): number | undefined {
  const plain = /^(\d[\d,]*(?:\.\d+)?)([百千万k])?$/.exec(text);
  if (plain) {
    const unit = plain[2] === 'k' ? 1000 : plain[2] ? (UNITS[plain[2]] ?? 1) : 1;
    return Number((plain[1] ?? '').replaceAll(',', '')) * unit;
  }
  if (!/^[一二两三四五六七八九十百千万零]+$/.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  let lastUnit = 0;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit === undefined) {
      digit = DIGITS[char] ?? 0;
      if (char === '零') lastUnit = 10;
      continue;
    }
    total = unit === 10_000 ? (total + digit) * unit : total + (digit || 1) * unit;
    digit = 0;
    lastUnit = unit;
  }
  // A digit after a unit stands for the next smaller unit: 三百五 is 350.
  return total + (lastUnit > 10 ? (digit * lastUnit) / 10 : digit);
}
