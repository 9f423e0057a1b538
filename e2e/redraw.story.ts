import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';

const DIST = fileURLToPath(new URL('../packages/core/dist', import.meta.url));

const POLICY =
  "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types xiaoer; base-uri 'none'";

/** A photo of 4,000 × 1,000 pixels, red left and blue right, held on its side, with a place in its EXIF; redrawn. */
const SCRIPT = `
import { redrawImage } from '/core/uploads/redraw-image.js';
import { browserPainter } from '/core/uploads/browser-painter.js';
import { fileType } from '/core/protocol/attachments/file-type.js';

const canvas = new OffscreenCanvas(4000, 1000);
const context = canvas.getContext('2d');
context.fillStyle = 'red';
context.fillRect(0, 0, 2000, 1000);
context.fillStyle = 'blue';
context.fillRect(2000, 0, 2000, 1000);
const encoded = async (type) => new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());

const plain = await encoded('image/jpeg');
const text = (value) => [...value].map((c) => c.charCodeAt(0));
const turned = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
const exif = [...text('Exif'), 0, 0, ...turned, ...text('West Lake')];
const photo = new Uint8Array([...plain.subarray(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...plain.subarray(2)]);

const told = (bytes) => new TextDecoder('latin1').decode(bytes).includes('West Lake');
const drawn = await redrawImage(photo, fileType(photo), browserPainter(globalThis));
const bitmap = await createImageBitmap(new Blob([drawn.bytes]));
const seen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
seen.drawImage(bitmap, 0, 0);
const isRed = (y) => { const [r, , b] = seen.getImageData(256, y, 1, 1).data; return r > b; };
const png = await encoded('image/png');
const picture = await redrawImage(png, fileType(png), browserPainter(globalThis));
globalThis.result = {
  before: [fileType(photo), told(photo)],
  after: [fileType(drawn.bytes), told(drawn.bytes), drawn.width, drawn.height],
  pixels: [bitmap.width, bitmap.height, isRed(50), isRed(2000)],
  picture: [fileType(png), picture.width, picture.height, picture.bytes.length < png.length],
};
`;

test('a photo that was held on its side stands upright, has 2,048 pixels and no place, under the policy of the page', async () => {
  const server = createServer(({ url = '/' }, response) => {
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(body);
    if (url === '/')
      send('text/html', '<!doctype html><link rel="icon" href="/icon"><script type="module" src="/page.js"></script>');
    else if (url === '/page.js') send('text/javascript', SCRIPT);
    else if (url.startsWith('/core/')) send('text/javascript', readFileSync(DIST + url.slice('/core'.length)));
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const { page, trouble } = await openVisitor(browser);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'result' in globalThis);
  expect(await page.evaluate(() => (globalThis as { result?: unknown }).result)).toEqual({
    before: ['image/jpeg', true],
    after: ['image/jpeg', false, 512, 2_048],
    pixels: [512, 2_048, true, false],
    picture: ['image/png', 2_048, 512, true],
  });
  expect(trouble).toEqual([]);
});
