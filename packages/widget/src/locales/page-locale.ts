/** The language of the page, or else of the browser. */
export const pageLocale = () => document.documentElement.lang || navigator.language;
