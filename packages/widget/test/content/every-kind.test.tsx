// @vitest-environment happy-dom
import { type Content, readContent } from '@xiaoer/core/protocol';
import { describe, expect, test } from 'vitest';
import { TYPICAL } from './examples.ts';
import { settle, stage } from './stage.tsx';

const nameOf = ({ kind, body }: Content) => ('state' in body ? `${kind} ${String(body['state'])}` : kind);

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  test.each(TYPICAL.map(([by, content]) => [nameOf(content), by, content] as const))(
    '%s is drawn for shopper and desk',
    async (_, by, content) => {
      expect(readContent(content as never)).toEqual(content);
      for (const reader of ['shopper', 'desk'] as const) {
        const { item, show, acts } = await stage({ locale, reader });
        const { container, unmount } = show(item(by, content));
        await settle();
        expect(container.textContent).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
        expect(container.textContent?.trim()).not.toBe('');
        expect(container.querySelector('.c-note')).toBeNull();
        if (reader === 'desk') {
          const buttons = [...container.querySelectorAll<HTMLElement>('button, input, select, textarea')];
          if (!['article', 'shipment', 'voice'].includes(content.kind))
            expect(buttons.filter((button) => !button.closest('fieldset[disabled]'))).toEqual([]);
          for (const button of buttons) button.click();
          await settle();
          expect(acts).toEqual([]);
        }
        unmount();
      }
    },
  );
});

test.each(['read', 'retracted', 'hidden', 'trace', 'note'])('%s draws nothing', async (kind) => {
  const { item, show } = await stage();
  const { container } = show(item('system', { kind, body: {} } as Content));
  expect(container.innerHTML).toBe('');
});

test('a message taken back says so in place of its words', async () => {
  const { draw } = await stage();
  const { container } = draw('text', { text: 'my password is' }, { by: 'shopper', retracted: true });
  expect(container.textContent).toBe('You took this message back');
});
