import type { ShellStrings } from './strings.ts';

export const lang = 'th';

/** Everything else in Thai. */
export const later = () => import('../later/th.ts');

/** The shell in Thai. */
export const shell: ShellStrings = {
  'launcher.open': 'เปิดแชต',
  'launcher.close': 'ปิดแชต',
  'launcher.unread': { other: 'เปิดแชต มีข้อความใหม่ {n} ข้อความ' },
  'bot.name': 'Xiaoer',
  'panel.title': 'ยินดีให้บริการ',
  'panel.assistant': 'ผู้ช่วยอัตโนมัติ',
  'panel.close': 'ปิด',
  'panel.person': 'คุยกับพนักงาน',
  'timeline.label': 'บทสนทนา',
  'timeline.new': 'ใหม่',
  'row.you': 'คุณ',
  'status.queued': 'จะส่งเมื่อออนไลน์',
  'status.sending': 'กำลังส่ง',
  'connection.offline': 'ออฟไลน์อยู่ ข้อความของคุณรออยู่ที่นี่',
  'connection.retry': 'ลองเลย',
  'composer.placeholder': 'พิมพ์ข้อความ',
  'composer.ask': 'ถามเกี่ยวกับสินค้านี้',
  'composer.send': 'ส่ง',
  'composer.refused': 'บันทึกไม่สำเร็จ ข้อความของคุณยังอยู่ กรุณาลองอีกครั้ง',
  'empty.title': 'เชิญข้างในค่ะ\nให้ช่วยเรื่องอะไรดีคะ',
  'empty.text': 'เรื่องสินค้าและคำสั่งซื้อถามได้เลยค่ะ ถ้าต้องใช้พนักงาน จะไปตามให้',
  'privacy.note': 'คำตอบเป็นแบบอัตโนมัติ',
  'privacy.link': 'ความเป็นส่วนตัว',
};
