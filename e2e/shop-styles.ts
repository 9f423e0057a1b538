/** Stylesheets that shops have, or that would hurt most, written for the stories. */
export const SHOP_STYLES: Readonly<Record<string, string>> = {
  'everything unset': `
    * { all: unset !important; }
    *::before, *::after { all: unset !important; content: "x" !important; }`,

  // Not the root itself: who turns that turns the whole window.
  'everything loud': `
    :root * {
      display: inline !important; position: static !important; float: left !important; width: 10px !important;
      min-width: 300px !important; height: 5px !important; margin: 50px !important; padding: 9px !important;
      border: 5px dashed red !important; color: red !important; background: yellow !important; opacity: .3 !important;
      font: italic 700 40px/3 cursive !important; letter-spacing: 1em !important; text-transform: uppercase !important;
      text-indent: 4em !important; word-spacing: 2em !important; white-space: pre !important; text-align: right !important;
      transform: rotate(9deg) scale(.5) !important; filter: blur(4px) !important; clip-path: inset(40%) !important;
      animation: none 9s !important; transition: all 9s !important; visibility: hidden !important;
      pointer-events: none !important; overflow: hidden !important; contain: strict !important; cursor: wait !important;
      box-shadow: 0 0 9px red !important; mix-blend-mode: difference !important; will-change: transform !important;
      writing-mode: vertical-rl !important; user-select: none !important; text-shadow: 1px 1px red !important;
    }`,

  'a root of 62.5 %': `
    html { font-size: 62.5%; }
    body { font-size: 1.6rem; line-height: 1.2; }`,

  'a zoomed, turned and filtered body': `
    body { zoom: 1.5; transform: rotate(2deg) scale(.8); filter: grayscale(1); perspective: 100px; overflow: hidden; contain: layout; }`,

  'inherited text': `
    html { font: italic 900 30px/2.5 fantasy; letter-spacing: .4em; text-transform: uppercase; text-align: center; color: lime;
      word-break: break-all; white-space: pre-wrap; text-indent: 3em; cursor: crosshair; visibility: visible; quotes: none;
      list-style: square inside; -webkit-text-stroke: 1px red; font-variant: small-caps; hyphens: auto; tab-size: 2; }`,

  // What CSS frameworks begin with: boxes by their border, margins gone, media as blocks, fields that inherit.
  'a reset of the utility kind': `
    *, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0; }
    html { line-height: 1.5; -webkit-text-size-adjust: 100%; tab-size: 4; }
    h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
    a { color: inherit; text-decoration: inherit; }
    ol, ul, menu { list-style: none; }
    img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
    img, video { max-width: 100%; height: auto; }
    button, input, select, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background: transparent; opacity: 1; }
    button, [role=button] { cursor: default; text-transform: none; }
    [hidden] { display: none !important; }`,

  'a framework of components': `
    :root { --accent: #0d6efd; --surface: #000; --radius: 0; --_accent: red; --_surface: red; --_text: red; --_font: cursive; }
    *, *::before, *::after { box-sizing: border-box; }
    body { margin: 0; font: 400 1rem/1.5 system-ui; color: #212529; background: #fff; }
    .panel { display: none; border: 4px solid red; } .header { position: fixed; height: 200px; background: red; }
    .badge { padding: 2em; } .row { display: flex; margin: 0 -12px; } .list { columns: 3; } .card { float: left; width: 20%; }
    .title { font-size: 4rem; } .launcher { display: none !important; } .root { opacity: 0; } .tool { width: 300px; }
    button { padding: 2em !important; text-transform: uppercase; } h2 { font-size: 3rem; margin: 2em; } p { margin: 3em 0; }
    svg { width: 1em; fill: red; stroke: red; } textarea { min-height: 20em; } ::selection { background: red; }
    ::placeholder { color: red !important; } :focus-visible { outline: 9px solid red !important; }`,

  'a shop’s theme': `
    html { font-size: 10px; scroll-behavior: smooth; scroll-padding-top: 120px; overflow-x: hidden; }
    body { min-height: 100vh; display: grid; grid-template-rows: auto 1fr auto; margin: 0; font: 1.5rem/1.8 Georgia, serif; letter-spacing: .06rem; }
    body > * { grid-column: 1; } html > :not(head, body) { display: none; position: static; }
    div:empty, section:empty, p:empty { display: none; } details > * { box-sizing: border-box; }
    a:not([href]) { cursor: not-allowed; } ul { padding-left: 2rem; } li::marker { color: red; }
    .header { position: sticky; top: 0; z-index: 99999; background: #eee; }
    @media (prefers-reduced-motion) { * { animation-duration: 20s !important; } }`,
};
