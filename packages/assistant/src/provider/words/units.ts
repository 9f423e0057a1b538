/** Spellings of units by the one name under which they are compared; the longer spelling stands first. */
const UNITS: Readonly<Record<string, string>> = {
  workday: '个?工作日|(?:business|working|work)[ -]days?',
  day: '天|日(?!期)|days?|nights?|晚',
  hour: '个?小时|个?钟头|hours?|hrs?|h\\b',
  minute: '分钟|minutes?|mins?',
  week: '周(?![一二三四五六日天])|个?星期(?![一二三四五六日天])|weeks?',
  month: '个月|months?',
  year: '年(?!\\d)|years?|yrs?',
  cm: '厘米|公分|cm|centimet(?:er|re)s?',
  mm: '毫米|mm|millimet(?:er|re)s?',
  km: '公里|千米|km',
  m: '米|m\\b|met(?:er|re)s?',
  inch: '英寸|寸|inch(?:es)?',
  foot: '英尺|尺|ft\\b|feet|foot',
  kg: '公斤|千克|kgs?\\b|kilos?|kilograms?',
  g: '克|g\\b|grams?',
  jin: '斤',
  lb: '磅|lbs?\\b',
  oz: 'oz\\b|ounces?',
  ml: '毫升|ml\\b',
  l: '升|l\\b|lit(?:er|re)s?',
  w: '瓦|w\\b|watts?',
  v: '伏|v\\b|volts?',
  mah: '毫安时?|mah\\b',
  degree: '摄氏度|度|°\\s?[cf]|℃|degrees?',
  piece:
    '件|个|只|条|张|套|款|块(?!钱)|片|支|双|瓶|盒|包(?!邮)|袋|枚|把|台|部|本|份|pieces?|pcs|items?|pairs?|sets?|bottles?|boxes|box|packs?|units?|left',
  time: '次|遍|回|times?',
  person: '人|位|people|persons?|guests?|sleeper',
  layer: '层|layers?|ply',
  pin: '针|支纱|thread',
  point: '分(?!钟)|积分|points?',
};

const ALL = Object.entries(UNITS)
  .map(([name, spellings]) => `(?<${name}>${spellings})`)
  .join('|');

/** A unit where a number ends. Sticky: `lastIndex` says where. */
const UNIT = new RegExp(`\\s?-?(?:${ALL})`, 'iy');

/** The unit that stands at a place of a text, and where it ends; undefined for none. */
export function unitAt(text: string, at: number): { readonly unit: string; readonly end: number } | undefined {
  UNIT.lastIndex = at;
  const groups = UNIT.exec(text)?.groups;
  const unit = groups && Object.keys(groups).find((name) => groups[name] !== undefined);
  return unit === undefined ? undefined : { unit, end: UNIT.lastIndex };
}
