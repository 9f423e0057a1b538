// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { isSafeUrl } from '@xiaoer/core/protocol';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { RichText } from '../../src/content/rich-text.tsx';

afterEach(cleanup);

const ALLOWED = ['A', 'BDI', 'CODE', 'DIV', 'EM', 'LI', 'P', 'STRONG', 'UL'];

test('a link opens elsewhere, and gives nothing away', () => {
  const { getByRole } = render(<RichText text="see [care](https://a.example/care)" />);
  const link = getByRole('link', { name: 'care' });
  expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
    'https://a.example/care',
    '_blank',
    'noopener nofollow ugc',
  ]);
});

test('a list is a list', () => {
  const { getAllByRole } = render(<RichText text={'- one\n- two'} />);
  expect(getAllByRole('listitem').map((item) => item.textContent)).toEqual(['one', 'two']);
});

test('whatever is written, only the allowed elements come of it, and no unsafe address', () => {
  const piece = fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](https://a.b/"onclick="c)',
    '**',
    '*',
    '`',
    '- ',
    '\n',
    'https://a.b/<svg onload=x>',
    'words',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      const { container, unmount } = render(<RichText text={parts.join('')} />);
      const elements = [...container.querySelectorAll('*')];
      expect(elements.filter(({ tagName }) => !ALLOWED.includes(tagName))).toEqual([]);
      expect(
        elements.flatMap((element) => [...element.attributes]).filter(({ name }) => /^on|^style$/.test(name)),
      ).toEqual([]);
      expect([...container.querySelectorAll('a')].filter((a) => !isSafeUrl(a.getAttribute('href')))).toEqual([]);
      unmount();
    }),
    { numRuns: 60 },
  );
});
