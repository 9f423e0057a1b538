// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { otherLanguage } from '../src/parts/other-language.ts';

const widget = () => document.createElement('div').attachShadow({ mode: 'open' });

afterEach(() => {
  document.documentElement.lang = '';
});

test('everybody is offered English, and from English the way back to what was left', () => {
  const one = widget();
  expect(otherLanguage(one, 'ja')).toBe('en');
  expect(otherLanguage(one, 'en')).toBe('ja');
  expect(otherLanguage(one, 'pt-BR')).toBe('en');
  expect(otherLanguage(one, 'en')).toBe('pt-BR');
});

test('who started in English is offered the language of the page, and Chinese where the page is English too', () => {
  document.documentElement.lang = 'th-TH';
  expect(otherLanguage(widget(), 'en')).toBe('th');
  document.documentElement.lang = 'en-GB';
  expect(otherLanguage(widget(), 'en')).toBe('zh-CN');
});
