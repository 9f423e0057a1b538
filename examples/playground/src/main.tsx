import { render } from 'preact';
import { tableFor } from '../../../packages/widget/src/locales/more.ts';
import { Playground } from './playground.tsx';
import { wordsFor } from './words.ts';

const { lang, words } = wordsFor(navigator.language);
document.documentElement.lang = lang;
document.title = words.title;
render(<Playground words={words} locale={tableFor(navigator.language)} />, document.body);
