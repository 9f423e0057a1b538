import { localize } from '../shops/field-source.ts';
import type { ShopFolder } from '../shops/load-folder.ts';
import { isReading, type Route, sendJson } from './route.ts';

/**
 * `/shop/page.json?locale=…`: what the merchant has the widget say on the shop's pages, in a language: greetings and
 * questions by page, and who speaks. Pages on other origins read it; it holds nothing that is not shown to anybody.
 */
export const pageWordsRoute =
  (folder: () => Pick<ShopFolder, 'greetings' | 'questions' | 'knowledge'>): Route =>
  (exchange) => {
    const { response, url } = exchange;
    if (url.pathname !== '/shop/page.json') return false;
    if (!isReading(exchange)) return true;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const { greetings, questions, knowledge } = folder();
    const { locales, persona } = knowledge.shop;
    const locale = url.searchParams.get('locale') ?? locales[0] ?? 'en';
    const say = (text: (typeof greetings)[number]['text']) => localize(text, locale, locales);
    return sendJson(exchange, 200, {
      ...(persona?.name === undefined ? {} : { name: say(persona.name) }),
      greetings: greetings.map(({ text, questions: asked = [], ...rest }) => ({
        ...rest,
        text: say(text),
        questions: asked.map(say),
      })),
      questions: questions.map(({ pages, questions: asked }) => ({ pages, questions: asked.map(say) })),
    });
  };
