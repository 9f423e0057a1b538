const sheets = new Map<string, CSSStyleSheet>();

/** The sheet of a style: one serves every root of a page. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}

/** Adds a style to a root that has not got it: a shadow root does not see the sheets of the page. */
export function adoptSheet(root: DocumentOrShadowRoot, css: string): void {
  const sheet = sheetOf(css);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
