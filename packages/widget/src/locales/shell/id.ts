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
  'panel.waiting': 'Menunggu petugas',
  'panel.here': 'Sedang online',
  'timeline.label': 'Percakapan',
  'timeline.new': 'Baru',
  'row.you': 'Anda',
  'status.queued': 'Terkirim saat Anda online',
  'status.sending': 'Mengirim',
  'status.failed': 'Tidak terkirim',
  'status.expired': 'Tidak terkirim selama sehari',
  'status.unsaved': 'Hanya tersimpan di halaman ini',
  'connection.offline': 'Offline. Pesan Anda menunggu di sini.',
  'connection.degraded': 'Koneksi lambat. Pesan Anda tetap tersimpan.',
  'connection.stopped': 'Chat tidak dapat terhubung. Muat ulang halaman untuk mencoba lagi.',
  'connection.retry': 'Coba sekarang',
  'composer.placeholder': 'Tulis pesan',
  'composer.ask': 'Tanya tentang produk ini',
  'composer.agent': 'Tulis ke {name}',
  'composer.send': 'Kirim',
  'composer.full': 'Banyak pesan menunggu terkirim. Kirim yang ini saat Anda online lagi.',
  'composer.long': { other: 'Kelebihan {n} karakter' },
  'composer.refused': 'Gagal menyimpan. Tulisan Anda masih ada: coba lagi.',
  'empty.title': 'Silakan masuk.\nAda yang bisa dibantu?',
  'empty.text': 'Saya tahu isi toko dan pesanan Anda. Kalau perlu petugas, saya panggilkan.',
  'privacy.note': 'Jawaban diberikan otomatis.',
  'privacy.link': 'Privasi',
  'card.from': 'Sumber:',
};
