/** Ours, by its script tag, as a shop has it. What is said comes over its own socket. */
window.tag = { src: '/xiaoer/xiaoer.js', data: { shop: 'bench', locale: 'en' } };

window.mount = () => {
  window.xiaoer('open');
  const inside = () => document.querySelector('xiaoer-chat')?.shadowRoot;
  const rows = () => inside()?.querySelectorAll('[part~=timeline] [data-key]') ?? [];
  return {
    field: () => inside()?.querySelector('textarea'),
    last: () => [...rows()].at(-1)?.textContent,
    rows: () => rows().length,
  };
};
