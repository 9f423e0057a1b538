import { find, has, unsigned } from './bytes.ts';
import { isRiff } from './picture-types.ts';

/** MP3: an ID3v2 tag, or a frame header of MPEG audio layer III. Source: ISO/IEC 11172-3, §2.4.1.3. */
export function isMp3(bytes: Uint8Array): boolean {
  if (has(bytes, 0, 'ID3')) return bytes.length > 10 && (bytes[3] ?? 255) < 5 && (bytes[6] ?? 255) < 128;
  const [sync, kind = 0, rate = 0] = bytes;
  return sync === 0xff && (kind & 0xe6) === 0xe2 && rate >> 4 !== 15 && (rate & 0x0c) !== 0x0c && bytes.length > 4;
}

/** Ogg with Vorbis, Opus, Speex or FLAC in its first page; Theora, which is video, is not one. Source: RFC 3533. */
export const isOgg = (bytes: Uint8Array): boolean => {
  const packet = 27 + (bytes[26] ?? 0);
  return (
    has(bytes, 0, 'OggS\0') && ['\x01vorbis', 'OpusHead', 'Speex   ', '\x7fFLAC'].some((c) => has(bytes, packet, c))
  );
};

/** WAVE. A recorder that streams leaves its length at 0 or at the most that fits. */
export const isWav = (bytes: Uint8Array): boolean => {
  const length = unsigned(bytes, 4, 4, 'little');
  const streamed = has(bytes, 0, 'RIFF') && has(bytes, 8, 'WAVE') && (length === 0 || length === 0xffff_ffff);
  return (isRiff(bytes, 'WAVE') || streamed) && find(bytes.subarray(0, 4096), 'fmt ') >= 12;
};

/** WebM whose tracks are sound: no codec of video is named. Source: Matroska codec mappings. */
export function isWebmSound(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  if (!has(head, 0, '\x1aE\xdf\xa3') || find(head.subarray(0, 64), 'webm') < 0) return false;
  const sound = find(head, 'A_OPUS') >= 0 || find(head, 'A_VORBIS') >= 0;
  return sound && !['V_VP', 'V_AV1', 'V_MPEG'].some((codec) => find(head, codec) >= 0);
}

/** MPEG-4 whose tracks are sound: a handler `soun` and none `vide`. Source: ISO/IEC 14496-12, §8.4.3. */
export function isMp4Sound(bytes: Uint8Array): boolean {
  if (!has(bytes, 4, 'ftyp')) return false;
  let sound = false;
  for (let at = find(bytes, 'hdlr'); at >= 0; at = find(bytes, 'hdlr', at + 4)) {
    if (has(bytes, at + 12, 'vide')) return false;
    sound ||= has(bytes, at + 12, 'soun');
  }
  return sound;
}
