/** 店铺页面的文字。 */
export const MERCHANT_ZH_CN = {
  'merchant.title': '店铺',
  'merchant.group.knows': '它知道什么',
  'merchant.group.serves': '它怎样接待',
  'merchant.group.house': '店里的事',
  'merchant.back': '回到列表',
  'merchant.failed': '服务器没有回应。',
  'key.save': '店铺里：看未保存的改动',
  'key.viewShop': '看店铺（管理员）',
} as const;
