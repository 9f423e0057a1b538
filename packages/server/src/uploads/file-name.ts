import { FILE_TYPES, type FileType } from '@xiaoer/core/protocol';

/**
 * The name under which a file is saved: without a path, characters that turn or hide text, and with the ending that its
 * content has, whatever the sender called it.
 */
export function fileName(given: string | undefined, type: FileType): string {
  const ending = FILE_TYPES[type];
  const plain = (given ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 120);
  if (plain === '') return `${type.split('/', 1)[0] === 'image' ? 'image' : 'file'}.${ending}`;
  const same = new RegExp(`\\.(?:${ending === 'jpg' ? 'jpe?g' : ending})$`, 'i');
  return same.test(plain) ? plain : `${plain}.${ending}`;
}

/** `Content-Disposition` that saves, never shows. Source: RFC 6266 and RFC 8187. */
export function saveAs(name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${name.replace(/[^\w .-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
