import { join } from 'node:path';
import { openPreview } from './gallery.mjs';

/** The faces of the composer: a panel beside a page, and the sheet of a phone. */
const FACES = {
  light: { width: 480, height: 640, locale: 'en' },
  dark: { width: 480, height: 640, locale: 'en', scheme: 'dark' },
  rtl: { width: 480, height: 640, locale: 'ar' },
  360: { width: 360, height: 640, locale: 'en' },
};

const WORDS = {
  en: {
    asked: 'Does the linen duvet cover shrink?',
    answered: 'By 3 % at 40 °C, which the size allows for. Line drying keeps it smooth.',
    typed: 'can i ret',
    questions: ['Can I return something?', 'Who pays for the return parcel?', 'How long does a refund take?'],
    draft: 'And at 60 degrees?',
    file: 'Invoice 2207-0418.pdf',
    large: 'Film of the tear.mp4',
  },
  ar: {
    asked: 'هل ينكمش غطاء اللحاف الكتاني؟',
    answered: 'بنسبة 3٪ عند 40 درجة، والمقاس محسوب على ذلك. التجفيف في الهواء يحافظ على نعومته.',
    typed: 'هل أستطيع',
    questions: ['هل يمكنني إرجاع منتج؟', 'من يدفع تكلفة إعادة الطرد؟', 'متى يصل المبلغ المسترد؟'],
    draft: 'وعند 60 درجة؟',
    file: 'فاتورة 2207-0418.pdf',
    large: 'فيديو التمزق.mp4',
  },
};

/** The button that opens the menu of the newest message of one side. */
const menuOf = (panel, side) => panel.locator(`.row.${side} > .more`).last();

/** What is done in an open panel before its picture is made. */
const PARTS = {
  async emoji({ panel }) {
    await panel.locator('.composer > .slot button').nth(1).click();
    await panel.locator('[role=grid]').waitFor();
  },
  async stickers({ panel }) {
    await panel.locator('.composer > .slot button').nth(1).click();
    await panel.locator('[role=tab]').nth(1).click();
    await panel.locator('[role=grid] svg').first().waitFor();
  },
  async voice({ page, panel }) {
    await panel.locator('.composer > button').last().click();
    await panel.locator('.recorder').waitFor();
    await page.waitForTimeout(2_400);
  },
  async attachments({ page, panel, words }) {
    await page.evaluate(async (words) => {
      const { fake } = globalThis;
      const canvas = new OffscreenCanvas(320, 200);
      const context = canvas.getContext('2d');
      context.fillStyle = '#8fa58c';
      context.fillRect(0, 0, 320, 200);
      context.fillStyle = '#f0e7d5';
      context.fillRect(60, 50, 200, 100);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      const me = { role: 'shopper', id: 'me' };
      const local = { type: 'image/png', size: bytes.length, bytes: async () => bytes };
      const own = (kind, body, more) => ({ ...fake.of({ kind, body }, me), seq: undefined, ...more });
      fake.add(
        own(
          'image',
          { url: '/file/a', type: 'image/png', bytes: bytes.length, width: 320, height: 200 },
          { status: 'uploading', progress: 0.4, local },
        ),
        own(
          'file',
          { url: '/file/b', type: 'application/pdf', name: words.file, bytes: 82_000 },
          { status: 'uploading', progress: 0 },
        ),
        own(
          'file',
          { url: '/file/c', type: 'video/mp4', name: words.large, bytes: 48_000_000 },
          { status: 'failed', error: 'too-large' },
        ),
      );
    }, words);
    await panel.locator('.delivery.bad').waitFor();
  },
  async suggestions({ panel, words }) {
    await panel.locator('textarea').pressSequentially(words.typed);
    await panel.locator('[role=option]').nth(2).waitFor();
  },
  async quote({ panel, words }) {
    await menuOf(panel, 'in').press('Enter');
    await panel.locator('[role=menuitem]').first().click();
    await panel.locator('textarea').fill(words.draft);
  },
  async retract({ page, panel, words }) {
    await page.evaluate((words) => {
      const { fake } = globalThis;
      const [asked, answered] = fake.messages.value;
      const at = answered.at;
      fake.messages.value = [
        asked,
        fake.me('', { at: asked.at, retracted: true }),
        answered,
        fake.me(words.draft, { at }),
      ];
    }, words);
    await menuOf(panel, 'out').press('Enter');
    await panel.locator('[role=menu]').waitFor();
  },
};

/** Writes `composer-PART-FACE.png` into a folder: what stands in and above the field, in a panel with a few words in it. */
export async function composerPictures(browser, folder, named) {
  const preview = await openPreview();
  try {
    for (const [face, { width, height, locale, scheme = 'light' }] of Object.entries(FACES)) {
      const words = WORDS[locale];
      const context = await browser.newContext({
        viewport: { width, height },
        reducedMotion: 'reduce',
        timezoneId: 'UTC',
        hasTouch: width < 480,
        permissions: ['microphone'],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => console.error(`composer ${face}: ${error.message}`));
      await page.route('**/suggest', (route) => {
        const fits = route.request().postDataJSON().text === words.typed;
        return route.fulfill({ json: { questions: fits ? words.questions.map((text) => ({ text })) : [] } });
      });
      for (const [part, act] of Object.entries(PARTS)) {
        if (named.length > 0 && !named.includes(`composer-${part}`)) continue;
        await page.goto(preview.address);
        await page.evaluate(
          ({ locale, scheme, words }) => {
            const { fake } = globalThis;
            const at = Date.UTC(2026, 10, 20, 14, 32);
            fake.shop.value = { name: 'Yunlai', agents: 1 };
            document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
            document.documentElement.style.background = scheme === 'dark' ? '#26241f' : '#eeebe5';
            document.body.replaceChildren();
            fake.add(fake.me(words.asked, { at: at - 60_000 }), fake.bot(words.answered, { at }));
            const chat = document.createElement('xiaoer-chat');
            for (const [name, value] of Object.entries({ shop: 'demo', locale, scheme, open: '' }))
              chat.setAttribute(name, value);
            document.documentElement.append(chat);
          },
          { locale, scheme, words },
        );
        const panel = page.locator('xiaoer-chat');
        await panel.locator('.row.in > .more').last().waitFor({ state: 'attached' });
        await act({ page, panel, words });
        await page.waitForTimeout(250);
        await page.screenshot({ path: join(folder, `composer-${part}-${face}.png`) });
      }
      await context.close();
    }
  } finally {
    await preview.close();
  }
}
