import 'deep-chat';

/** deep-chat, its element with a history and its own verbs. */
window.mount = (box, history) => {
  const chat = document.createElement('deep-chat');
  chat.style.cssText = 'width:100%;height:100%;border:0';
  chat.history = history.map(({ role, text }) => ({ role: role === 'me' ? 'user' : 'ai', text }));
  chat.connect = { handler() {} };
  box.append(chat);
  const bubbles = () => chat.shadowRoot.querySelectorAll('.message-bubble');
  let streamed;
  return {
    append: ({ role, text }) => chat.addMessage({ role: role === 'me' ? 'user' : 'ai', text }),
    stream(text) {
      if (streamed === undefined) {
        chat.addMessage({ role: 'ai', text });
        streamed = bubbles().length - 1;
      } else chat.updateMessage({ text }, streamed);
    },
    field: () => chat.shadowRoot?.querySelector('#text-input'),
    last: () => [...bubbles()].at(-1)?.textContent,
    rows: () => bubbles().length,
  };
};
