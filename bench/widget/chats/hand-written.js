/** What the two lists written by hand have in common: the look, the field, the row of a message. */
const STYLE = `
  :host { display: flex; flex-direction: column; height: 100%; font: 15px/1.5 system-ui; background: #fff; color: #222 }
  ol { flex: 1; overflow-y: auto; margin: 0; padding: 12px; list-style: none; overflow-anchor: none }
  li { max-width: 80%; width: fit-content; margin: 0 0 8px; padding: 8px 12px; border-radius: 14px; background: #f1f1ee }
  li { white-space: pre-wrap; overflow-wrap: anywhere }
  li.me { margin-inline-start: auto; background: #2c7565; color: #fff }
  form { display: flex; gap: 8px; padding: 8px; border-top: 1px solid #ddd }
  textarea { flex: 1; font: inherit; resize: none; border: 1px solid #ccc; border-radius: 12px; padding: 8px }`;

export function rowOf({ role, text }) {
  const row = document.createElement('li');
  row.className = role;
  row.textContent = text;
  return row;
}

/** The empty chat. `follow` makes a change, and stays at the end where the reader was there. */
export function draw(box) {
  const root = box.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const list = document.createElement('ol');
  list.setAttribute('role', 'log');
  const form = document.createElement('form');
  const field = document.createElement('textarea');
  field.rows = 1;
  field.placeholder = 'Write a message';
  const send = document.createElement('button');
  send.textContent = 'Send';
  form.append(field, send);
  root.append(list, form);
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
  };
  const follow = (change) => {
    const below = list.scrollHeight - list.scrollTop - list.clientHeight;
    change(below < 40);
    if (below < 40) toEnd();
  };
  let streamed;
  const stream = (text) =>
    follow(() => {
      if (streamed) streamed.firstChild.data = text;
      else {
        streamed = rowOf({ role: 'bot', text });
        list.append(streamed);
      }
    });
  return {
    list,
    follow,
    toEnd,
    seen: {
      stream,
      field: () => field,
      last: () => list.lastElementChild?.textContent,
      rows: () => list.childElementCount,
    },
  };
}
