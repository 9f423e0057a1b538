import type { Address } from '@xiaoer/core/protocol';

const ZH_PARTS =
  /省|市|自治区|区|县|镇|乡|村|街道|街|路|大道|巷|弄|号|栋|幢|座|楼|单元|室|小区|花园|公寓|大厦|广场|苑|园|层|学校|大学|公司/g;
const EN_PARTS =
  /\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|place|pl|square|sq|boulevard|blvd|way|apt|apartment|flat|suite|unit|floor|building|house|city|po box|zip|close|terrace|court|park|gardens|hill)\b\.?/gi;
const PHONE =
  /(?:(?:电话|手机号?|联系方式|phone|tel|mobile)\s*(?:是|is)?\s*[:：]?\s*)?((?:\+?\d{1,3}[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|\+\d[\d -]{7,16}\d)/i;
const NAME =
  /(?:收件人|收货人|姓名|名字|联系人|recipient|name)\s*(?:是|改为|is)?\s*[:：]?\s*([\p{Script=Han}·]{2,6}|[A-Za-z][A-Za-z .'-]{1,40}?)(?=[,，。;；\n]|$|\s{2,}|\s*(?:电话|手机|地址|phone|tel|address))/iu;
const LEAD =
  /^[\s,，:：。]*(?:(?:不对|不是|错了|写错了|应该|应该是|no|sorry|actually)(?=[\s,，:：。是])|(?:请|麻烦|帮我|我要|我想|那就|就)*(?:(?:改|换|修改|更改)(?:一下|个)?)?(?:我的|新的?|收货|收件|订单)*地址[\s,，:：]*(?:是|为)?|(?:请|麻烦|帮我|那就|就|我要|我想)*(?:换成|改成|改到|改为|改寄到|改送到|寄到|送到|发到|是)|(?:please )?(?:send|ship|deliver) (?:it|my order|this) to|(?:please )?change (?:it|the address|my address|the delivery address) to|(?:my |the )?new (?:delivery |shipping )?address(?: is)?|it'?s)\s*[:：,，]?\s*/i;

/**
 * Reads a postal address as a shopper types it, with the phone and the name when they are marked as such.
 * Undefined when it has not the parts of an address: something about the place and some number, or three parts.
 */
export function readAddress(original: string): Address | undefined {
  let text = original.replace(/[\s]*\n[\s]*/g, ', ').trim();
  const phone = PHONE.exec(text);
  if (phone) text = `${text.slice(0, phone.index)} ${text.slice(phone.index + phone[0].length)}`;
  const name = NAME.exec(text);
  if (name) text = `${text.slice(0, name.index)} ${text.slice(name.index + name[0].length)}`;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(LEAD, '');
  }
  text = text.replace(/\s{2,}/g, ' ').replace(/^[\s,，;；。:：]+|[\s,，;；。]+$/g, '');
  const parts = (text.match(ZH_PARTS)?.length ?? 0) + (text.match(EN_PARTS)?.length ?? 0);
  const digits = /\d|[一二三四五六七八九十]+(?:号|栋|幢|楼|单元|室)/.test(text);
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (letters < 6 || text.length > 400 || !((parts >= 1 && digits) || parts >= 3) || /[?？]/.test(text))
    return undefined;
  return { text, ...(phone?.[1] ? { phone: phone[1] } : {}), ...(name?.[1] ? { name: name[1].trim() } : {}) };
}
