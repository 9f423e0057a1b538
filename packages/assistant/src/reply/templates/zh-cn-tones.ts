import type { Wordings } from './wordings.ts';

/** What is said otherwise by a shop that would be formal, in Chinese. */
export const FORMAL_ZH: Partial<Wordings> = {
  greet: ({ shop, name, empty, me }) => {
    const hello = name ? `${name}，您好` : '您好';
    if (empty) return `${hello}，这里是${shop}客服${me}。商品和常见问题的资料尚未录入，如需人工服务请说「转人工」。`;
    return [`${hello}，这里是${shop}客服${me}，请问有什么可以帮您？`, `${hello}，请问您需要咨询什么？`];
  },
  thanks: () => ['不客气，很高兴为您服务。', '不客气，如有其他问题请随时咨询。'],
  bye: () => ['感谢您的光临，再见。', '再见，祝您生活愉快。'],
  nothingOpen: () => ['好的，请问您还需要了解什么？', '好的，请您继续。'],
  whatKind: () => ['请问您需要哪一类商品？请告知用途或材质，以便为您挑选。'],
};

/** What is said otherwise by a shop that likes a joke, in Chinese. */
export const PLAYFUL_ZH: Partial<Wordings> = {
  greet: ({ shop, name, empty, me }) => {
    const hello = name ? `${name}来啦` : '来啦来啦';
    if (empty) return `${hello}，我是${shop}的${me}。小店还没教我东西呢，要找人就喊一声「转人工」。`;
    return [`${hello}！${shop}的${me}给您请安。挑东西、查订单、问退换，您吩咐～`, `${hello}，${me}随叫随到～`];
  },
  thanks: () => ['嘿嘿，能帮上您，今天没白上班～', '跟我还客气啥～'],
  bye: () => ['回见！想我了就来逛逛～', '您慢走，茶给您温着～'],
  nothingOpen: () => ['得嘞，您想到啥就喊我～', '好嘞，接着逛～'],
  whatKind: () => ['想淘点啥？说个用途，我这就去翻箱底～'],
};
