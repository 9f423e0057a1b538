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
  'panel.waiting': '상담원을 기다리는 중',
  'panel.here': '상담 중',
  'timeline.label': '대화',
  'timeline.new': '새 메시지',
  'row.you': '나',
  'status.queued': '온라인이 되면 보냅니다',
  'status.sending': '보내는 중',
  'status.failed': '전송되지 않음',
  'status.expired': '하루 동안 전송되지 않음',
  'status.unsaved': '이 페이지에만 보관됨',
  'connection.offline': '오프라인입니다. 메시지는 여기에 보관됩니다.',
  'connection.degraded': '연결이 느립니다. 메시지는 보관됩니다.',
  'connection.stopped': '채팅에 연결할 수 없습니다. 페이지를 새로고침해 주세요.',
  'connection.retry': '지금 다시 시도',
  'composer.placeholder': '메시지를 입력하세요',
  'composer.ask': '이 상품에 대해 물어보세요',
  'composer.agent': '{name}님에게 메시지 쓰기',
  'composer.send': '보내기',
  'composer.full': '보낼 메시지가 많이 밀려 있습니다. 온라인이 되면 다시 보내 주세요.',
  'composer.long': { other: '{n}자 초과했습니다' },
  'composer.refused': '저장하지 못했습니다. 쓰신 내용은 그대로 있으니 다시 시도해 주세요.',
  'empty.title': '어서 오세요.\n무엇을 찾으세요?',
  'empty.text': '상품과 주문에 대해 무엇이든 물어보세요. 제가 못 하는 일은 상담원을 불러 드립니다.',
  'privacy.note': '자동으로 답변합니다.',
  'privacy.link': '개인정보 안내',
  'card.from': '출처:',
};
