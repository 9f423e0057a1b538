import type { ShellStrings } from './strings.ts';

export const lang = 'id';

/** Everything else in Indonesian. */
export const later = () => import('../later/id.ts');

/** The shell in Indonesian. */
export const shell: ShellStrings = {
  'launcher.open': 'Buka chat',
  'launcher.close': 'Tutup chat',
  'launcher.unread': { other: 'Buka chat, {n} pesan baru' },
  'bot.name': 'Xiaoer',
  'panel.title': 'Siap membantu Anda',
  'panel.assistant': 'Asisten otomatis',
  'panel.close': 'Tutup',
  'panel.person': 'Bicara dengan petugas',
  'timeline.label': 'Percakapan',
  'timeline.new': 'Baru',
  'row.you': 'Anda',
  'status.queued': 'Terkirim saat Anda online',
  'status.sending': 'Mengirim',
  'connection.offline': 'Offline. Pesan Anda menunggu di sini.',
  'connection.retry': 'Coba sekarang',
  'composer.placeholder': 'Tulis pesan',
  'composer.ask': 'Tanya tentang produk ini',
  'composer.send': 'Kirim',
  'composer.refused': 'Gagal menyimpan. Tulisan Anda masih ada: coba lagi.',
  'empty.title': 'Silakan masuk.\nAda yang bisa dibantu?',
  'empty.text': 'Saya tahu isi toko dan pesanan Anda. Kalau perlu petugas, saya panggilkan.',
  'privacy.note': 'Jawaban diberikan otomatis.',
  'privacy.link': 'Privasi',
};
