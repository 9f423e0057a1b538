import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openVisitor } from './browser.ts';
import { deskOf } from './desk.ts';
import { type Inn, openInn } from './inn.ts';
import { panelOf } from './shopper.ts';

interface Fact {
  readonly n: number;
  readonly about: string;
  readonly says: string;
}

/** A language model: chooses nothing, tells the product's care from its fact and adds a lie. It may stop answering. */
let stalls = false;
let model: Server;
let inn: Inn;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  model = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      if (stalls) return;
      const { messages, stream } = JSON.parse(text) as { messages: { content: string }[]; stream: boolean };
      const block = /BEGIN DATA\n(.*)\nEND DATA/s.exec(messages[1]?.content ?? '')?.[1] ?? '{}';
      const { facts = [] } = JSON.parse(block) as { facts?: readonly Fact[] };
      const care = facts.find(({ about }) => /Care/.test(about));
      const content = stream
        ? `${care?.says.replace(/\.$/, '')} [${care?.n}]. It costs ¥1 today and we refund it [1].`
        : '0';
      response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
      if (!stream) return response.end(JSON.stringify({ choices: [{ message: { content } }] }));
      for (const piece of content.match(/.{1,5}/gs) ?? [])
        response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: piece } }] })}\n\n`);
      return response.end('data: [DONE]\n\n');
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  const env = { PROVIDER_URL: url, PROVIDER_MODEL: 'fake', PROVIDER_KEY: 'sk-story' };
  [inn, browser] = await Promise.all([openInn({ env }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await inn.close();
  model.closeAllConnections();
  model.close();
});

test('what the engine is unsure of is answered from the facts, without the lie; when the model stalls the engine answers', async () => {
  const { context, page, trouble } = await openVisitor(browser);
  const panel = panelOf(page);
  await page.goto(inn.address);
  await page
    .getByRole('link', { name: /Highland wool duvet/ })
    .first()
    .click();
  await panel.open();
  await panel.say('my dog rolled on it, what now');
  // What the first message leaves open waits until the library of intents is trained.
  await panel.sees('Highland wool duvet: Care – Air in the shade, dry clean when needed.', 30_000);
  await panel.sees(/From:.*Highland wool duvet/);
  expect((await panel.rows()).join('\n')).not.toMatch(/¥1 today|refund/);

  stalls = true;
  await panel.say('does the neighbour mind it');
  await panel.sees(/not sure about that/, 6_000);
  expect(trouble).toEqual([]);

  // The desk tells what was asked of the model, and what was not let through.
  const agent = await openVisitor(browser);
  const desk = deskOf(agent.page);
  await desk.enter(inn.deskLink);
  await desk.choose(/neighbour/);
  await agent.page.getByText(/provider answer \d+ ms: 1 said \(/).waitFor({ state: 'attached' });
  await agent.context.close();
  await context.close();
});
