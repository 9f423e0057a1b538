// @vitest-environment happy-dom
import { type Content, fallback, readContent } from '@xiaoer/core/protocol';
import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../../src/content/samples/index.ts';
import { TYPICAL } from './examples.ts';
import { settle, stage } from './stage.tsx';

const nameOf = ({ kind, body }: Content) => ('state' in body ? `${kind} ${String(body['state'])}` : kind);

/** Kinds whose buttons only help to read, to see or to hear: they work at the desk. */
const READ_ONLY = ['article', 'shipment', 'voice', 'image', 'file'];

/** What a screen reader can say of it. */
const wordsIn = (place: Element): string =>
  [place.textContent, ...[...place.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label'))]
    .join(' ')
    .trim();

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
        expect(wordsIn(container)).not.toBe('');
        expect(container.querySelector('.c-note')).toBeNull();
        if (reader === 'desk') {
          const buttons = [...container.querySelectorAll<HTMLElement>('button, input, select, textarea')];
          if (!READ_ONLY.includes(content.kind))
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

describe.each(SAMPLES.map((sample) => [`${sample.kind}, ${sample.state}`, sample] as const))('%s', (_, sample) => {
  test.each(['en', 'zh-CN'] as const)('is valid, drawn whole and told in plain text: %s', async (locale) => {
    const { by, content, item: more, latest = true, queue } = sample;
    expect(readContent(content as never)).toEqual(content);
    if (!['rating', 'closed'].includes(content.kind) && !more?.retracted) expect(fallback(content)).not.toBe('');
    const { item, show } = await stage({ locale, latest, ...(queue ? { queue } : {}) });
    const { container } = show(item(by, content, more));
    await settle();
    expect(wordsIn(container)).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
    expect(wordsIn(container)).not.toBe('');
    expect(container.querySelector('.c-note')).toBeNull();
    const nameless = [...container.querySelectorAll('button, a')].filter(
      (each) => wordsIn(each) === '' && !each.getAttribute('aria-label'),
    );
    expect(nameless).toEqual([]);
  });
});
