import Chat, { Bubble, useMessages } from '@chatui/core';
import style from '@chatui/core/dist/index.css';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

const messageOf = ({ role, text }, n) => ({
  _id: `m${n}`,
  type: 'text',
  content: { text },
  position: role === 'me' ? 'right' : 'left',
});

/** The Chat of ChatUI with its own store of messages, whose verbs are handed out. */
function App({ initial, give }) {
  const { messages, appendMsg, updateMsg } = useMessages(initial);
  useEffect(() => give({ appendMsg, updateMsg }));
  return createElement(Chat, {
    messages,
    locale: 'en-US',
    navbar: { title: 'Chat' },
    renderMessageContent: ({ content }) => createElement(Bubble, { content: content.text }),
    onSend() {},
  });
}

window.mount = (box, history) => {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  let inside;
  let n = history.length;
  let streamed;
  const give = (verbs) => {
    inside = verbs;
  };
  createRoot(box).render(createElement(App, { initial: history.map(messageOf), give }));
  const rows = () => box.querySelectorAll('.Message');
  return {
    append: (message) => inside.appendMsg(messageOf(message, n++)),
    stream(text) {
      if (streamed === undefined) {
        streamed = `m${n}`;
        inside.appendMsg(messageOf({ role: 'bot', text }, n++));
      } else inside.updateMsg(streamed, messageOf({ role: 'bot', text }, streamed.slice(1)));
    },
    field: () => box.querySelector('textarea, input.Input'),
    last: () => [...rows()].at(-1)?.querySelector('.Bubble')?.textContent,
    rows: () => rows().length,
  };
};
