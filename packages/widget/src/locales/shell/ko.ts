import type { ShellStrings } from './strings.ts';

export const lang = 'ko';

/** Everything else in Korean. */
export const later = () => import('../later/ko.ts');

/** The shell in Korean. */
export const shell: ShellStrings = {
  'launcher.open': '채팅 열기',
  'launcher.close': '채팅 닫기',
  'launcher.unread': { other: '채팅 열기, 새 메시지 {n}개' },
  'bot.name': 'Xiaoer',
  'panel.title': '무엇을 도와드릴까요',
  'panel.assistant': '자동 도우미',
  'panel.close': '닫기',
  'panel.person': '상담원과 이야기하기',
  'timeline.label': '대화',
  'timeline.new': '새 메시지',
  'row.you': '나',
  'status.queued': '온라인이 되면 보냅니다',
  'status.sending': '보내는 중',
  'connection.offline': '오프라인입니다. 메시지는 여기에 보관됩니다.',
  'connection.retry': '지금 다시 시도',
  'composer.placeholder': '메시지를 입력하세요',
  'composer.ask': '이 상품에 대해 물어보세요',
  'composer.send': '보내기',
  'composer.refused': '저장하지 못했습니다. 쓰신 내용은 그대로 있으니 다시 시도해 주세요.',
  'empty.title': '어서 오세요.\n무엇을 찾으세요?',
  'empty.text': '상품과 주문에 대해 무엇이든 물어보세요. 제가 못 하는 일은 상담원을 불러 드립니다.',
  'privacy.note': '자동으로 답변합니다.',
  'privacy.link': '개인정보 안내',
};
