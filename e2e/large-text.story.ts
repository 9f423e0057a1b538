import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from './axe.ts';
import { openVisitor, picture } from './browser.ts';
import { panelOf } from './shopper.ts';
import { stage } from './stage.ts';

const at = stage();

/** What reaches beyond the panel sideways, or is cut by its own box without a way to scroll to it. */
const cut = (page: Page) =>
  page.locator('xiaoer-chat').evaluate(({ shadowRoot }) => {
    const panel = shadowRoot?.querySelector('[part~=panel]');
    if (!panel) return ['no panel'];
    const frame = panel.getBoundingClientRect();
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== panel &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const found: string[] = [];
    // Carousels, tables and rows of questions scroll sideways by their nature; nothing else does.
    for (const one of panel.querySelectorAll<HTMLElement>(':not(.c-track, .c-scroll, .quick, textarea, .c-hidden)'))
      if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
        found.push(`scrolls sideways: ${one.className}`);
    const field = panel.querySelector('textarea');
    if (field && field.clientWidth > 0 && field.clientWidth < frame.width / 2)
      found.push(`a field of ${field.clientWidth} px`);
    for (const one of panel.querySelectorAll<HTMLElement>('button, a, p, b, h2, textarea, input, dd, dt, label, li')) {
      if (one.closest('.c-hidden') || scrolls(one.parentElement)) continue;
      const box = one.getBoundingClientRect();
      if (box.width === 0) continue;
      const name = `${one.tagName.toLowerCase()}.${one.className} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 30)}`;
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`beyond the panel: ${name}`);
      else if (
        one.matches('button, h2, p') &&
        getComputedStyle(one).overflowX === 'visible' &&
        one.scrollWidth > one.clientWidth + 1
      )
        found.push(`wider than its box: ${name}`);
    }
    return found;
  });

/** Everything that can be pressed and is smaller than 24 px; links within a sentence are excepted, as in WCAG 2.5.8. */
const small = (page: Page) =>
  page.locator('xiaoer-chat').evaluate(({ shadowRoot }) =>
    [
      ...(shadowRoot?.querySelectorAll<HTMLElement>(
        'button, summary, select, textarea, [role=option], [role=tab], label:has(input)',
      ) ?? []),
    ]
      .filter((one) => one.checkVisibility() && !one.closest('.c-hidden'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(
        ({ one, box }) =>
          `${one.className} ${one.getAttribute('aria-label') ?? one.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`,
      ),
  );

for (const { name, ...face } of [
  { name: 'at a desktop', width: 1280, height: 900 },
  { name: 'on a phone', width: 360, height: 740 },
])
  test(`with letters of twice the size nothing is cut, and no target is small: ${name}`, async () => {
    const { context, page, trouble } = await openVisitor(at.browser, face);
    const panel = panelOf(page);
    const fonts = await context.newCDPSession(page);
    // What a reader sets in the browser: 32 px in place of 16.
    await fonts.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await page.goto(`${at.inn.address}/product/wool-duvet`);
    await panel.open();
    await panel.root.getByRole('button', { name: 'More', exact: true }).waitFor();
    expect([await cut(page), await small(page)]).toEqual([[], []]);
    await panel.field.pressSequentially('can i ret');
    await panel.root.getByRole('option').first().waitFor();
    expect([await cut(page), await small(page)]).toEqual([[], []]);
    await panel.field.fill('');
    await panel.say('tea cups under 300');
    await panel.sees(/Add/);
    await panel.say('I want to talk to a person');
    // So few lines are in sight that the newest is below them: whoever reads is not moved.
    await panel.root.getByRole('button', { name: /newest message|new$/ }).click();
    await panel.sees('Nobody is at the counter just now');
    await picture(page, `200 % ${name}`);
    expect([await cut(page), await small(page)]).toEqual([[], []]);
    await panel.root.getByRole('button', { name: 'Emoji' }).click();
    await panel.root.getByRole('tab').first().waitFor();
    await picture(page, `200 % picker ${name}`);
    expect([await cut(page), await small(page)]).toEqual([[], []]);
    expect(await axe(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  });

test('in the usual size no target of head, field, menu, picker and suggestions is small', async () => {
  const { context, page, trouble } = await openVisitor(at.browser, { width: 360, height: 740 });
  const panel = panelOf(page);
  await page.goto(at.inn.address);
  await panel.open();
  await panel.say('hello');
  await panel.sees('hello');
  const found = [...(await small(page))];
  for (const name of ['More', 'Emoji']) {
    await panel.root.getByRole('button', { name, exact: true }).click();
    await panel.root
      .getByRole(name === 'More' ? 'menuitem' : 'tab')
      .first()
      .waitFor();
    found.push(...(await small(page)));
    await page.keyboard.press('Escape');
  }
  await panel.field.pressSequentially('can i ret');
  await panel.root.getByRole('option').first().waitFor();
  found.push(...(await small(page)));
  expect(found).toEqual([]);
  expect(trouble).toEqual([]);
  await context.close();
});
