import type { Flow } from '../flow.ts';

/** Which size fits, from height, weight and the chart of the item. */
export const SIZE_ADVICE: Flow = {
  flow: 1,
  id: 'size-advice',
  title: { 'zh-CN': '选尺码', en: 'choosing a size' },
  triggers: ['product.size'],
  slots: {
    product: {
      type: 'product',
      label: { 'zh-CN': '商品', en: 'Product' },
      ask: { 'zh-CN': '想看哪一款的尺码？把商品发过来就好。', en: 'Which product is it for? Just send it to me.' },
    },
    height: {
      type: 'number',
      unit: 'cm',
      min: 50,
      max: 230,
      label: { 'zh-CN': '身高', en: 'Height' },
      ask: {
        'zh-CN': '身高体重是多少？比如「175 130斤」。',
        en: 'What are your height and weight? For example “5\'9" 150 lb”.',
      },
      retry: {
        'zh-CN': '身高我没看懂，请写成 175cm 或者 1米75。',
        en: 'I could not read the height; please write it like 175 cm or 5\'9".',
      },
    },
    weight: {
      type: 'number',
      unit: 'kg',
      min: 3,
      max: 250,
      label: { 'zh-CN': '体重', en: 'Weight' },
      ask: { 'zh-CN': '体重呢？公斤还是斤也写上。', en: 'And the weight, in kg or lb?' },
      retry: {
        'zh-CN': '体重我没看懂，请写成 65kg 或者 130斤。',
        en: 'I could not read the weight; please write it like 65 kg or 143 lb.',
      },
    },
  },
  steps: [
    { ask: 'product' },
    {
      call: 'sizes.chart',
      with: { product: 'product' },
      reads: true,
      into: 'chart',
      errors: { 'not-found': 'unknown' },
    },
    { ask: ['height', 'weight'] },
    {
      call: 'sizes.advise',
      with: { product: 'product', height: 'height', weight: 'weight' },
      reads: true,
      into: 'advice',
      errors: { 'not-found': 'outside' },
    },
    { if: { known: 'advice.other' }, yes: 'between' },
    {
      say: {
        'zh-CN': '{product}：身高 {height}、体重 {weight}，按尺码表是 {advice.size}。',
        en: '{product}: for {height} and {weight} the size chart says {advice.size}.',
      },
      next: 'end',
    },
    {
      id: 'between',
      say: {
        'zh-CN':
          '{product}：身高 {height}、体重 {weight}，正好在 {advice.size} 和 {advice.other} 之间。喜欢贴身选 {advice.size}，喜欢宽松选 {advice.other}。',
        en: '{product}: {height} and {weight} is between {advice.size} and {advice.other}. Take {advice.size} for a close fit, {advice.other} for a loose one.',
      },
      next: 'end',
    },
    {
      id: 'outside',
      say: {
        'zh-CN': '身高 {height}、体重 {weight} 不在 {product} 的尺码表里，我不敢乱荐。可以请人来看。',
        en: '{height} and {weight} are not on the size chart of {product}, and I would rather not guess. A person can advise you.',
      },
      person: true,
      next: 'end',
    },
    {
      id: 'unknown',
      say: {
        'zh-CN': '{product} 没有写尺码表，我不敢乱荐。可以请人来看。',
        en: '{product} has no size chart, and I would rather not guess. A person can advise you.',
      },
      person: true,
    },
  ],
};
