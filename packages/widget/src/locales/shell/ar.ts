import type { ShellStrings } from './strings.ts';

export const lang = 'ar';

/** Everything else in Arabic. */
export const later = () => import('../later/ar.ts');

/** The shell in Arabic. */
export const shell: ShellStrings = {
  'launcher.open': 'فتح المحادثة',
  'launcher.close': 'إغلاق المحادثة',
  'launcher.unread': {
    zero: 'فتح المحادثة، لا رسائل جديدة',
    one: 'فتح المحادثة، رسالة جديدة واحدة',
    two: 'فتح المحادثة، رسالتان جديدتان',
    few: 'فتح المحادثة، {n} رسائل جديدة',
    many: 'فتح المحادثة، {n} رسالة جديدة',
    other: 'فتح المحادثة، {n} رسالة جديدة',
  },
  'bot.name': 'Xiaoer',
  'panel.title': 'في خدمتك',
  'panel.assistant': 'مساعد آلي',
  'panel.close': 'إغلاق',
  'panel.person': 'التحدث إلى موظف',
  'timeline.label': 'المحادثة',
  'timeline.new': 'جديد',
  'row.you': 'أنت',
  'status.queued': 'تُرسل عند عودة الاتصال',
  'status.sending': 'جارٍ الإرسال',
  'connection.offline': 'لا يوجد اتصال. رسائلك محفوظة هنا.',
  'connection.retry': 'المحاولة الآن',
  'composer.placeholder': 'اكتب رسالة',
  'composer.ask': 'اسأل عن هذا المنتج',
  'composer.send': 'إرسال',
  'composer.refused': 'تعذّر الحفظ. ما كتبته ما زال هنا، حاول مرة أخرى.',
  'empty.title': 'أهلًا وسهلًا.\nكيف يمكنني مساعدتك؟',
  'empty.text': 'أعرف المتجر وطلباتك. وإذا احتاج الأمر إلى موظف، استدعيته لك.',
  'privacy.note': 'الردود آلية.',
  'privacy.link': 'الخصوصية',
};
