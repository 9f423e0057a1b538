import type { ShellStrings } from './strings.ts';

export const lang = 'vi';

/** Everything else in Vietnamese. */
export const later = () => import('../later/vi.ts');

/** The shell in Vietnamese. */
export const shell: ShellStrings = {
  'launcher.open': 'Mở khung chat',
  'launcher.close': 'Đóng khung chat',
  'launcher.unread': { other: 'Mở khung chat, {n} tin nhắn mới' },
  'bot.name': 'Xiaoer',
  'panel.title': 'Sẵn sàng phục vụ',
  'panel.assistant': 'Trợ lý tự động',
  'panel.close': 'Đóng',
  'panel.person': 'Gặp nhân viên',
  'timeline.label': 'Cuộc trò chuyện',
  'timeline.new': 'Mới',
  'row.you': 'Bạn',
  'status.queued': 'Sẽ gửi khi có mạng',
  'status.sending': 'Đang gửi',
  'connection.offline': 'Mất mạng. Tin nhắn của bạn vẫn chờ ở đây.',
  'connection.retry': 'Thử ngay',
  'composer.placeholder': 'Nhập tin nhắn',
  'composer.ask': 'Hỏi về sản phẩm này',
  'composer.send': 'Gửi',
  'composer.refused': 'Không lưu được. Nội dung của bạn vẫn còn, hãy thử lại.',
  'empty.title': 'Mời bạn vào.\nBạn cần tìm gì ạ?',
  'empty.text': 'Tôi biết rõ cửa hàng và đơn hàng của bạn. Việc nào cần nhân viên, tôi sẽ gọi giúp.',
  'privacy.note': 'Câu trả lời là tự động.',
  'privacy.link': 'Quyền riêng tư',
};
