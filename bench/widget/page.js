/** What every page of the bench does, whoever draws the chat. */
const TEXT = 'Is the wool duvet still there in 220 × 240, and when would it arrive?';
const messageOf = (n) => ({ role: n % 2 ? 'me' : 'bot', text: `${n} ${TEXT}` });

/** A task after the next frame was painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves with the moment in which something is painted: in front of every frame it is looked whether it is there. */
const appears = async (test) => {
  do await new Promise(requestAnimationFrame);
  while (!test());
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now();
};

const tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask',
});

let chat;

/** Puts a script into the page, and waits until it has run. */
const run = ({ src, data }) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    Object.assign(script.dataset, data);
    script.onerror = reject;
    script.onload = resolve;
    document.head.append(script);
  });

/**
 * Fetches and starts a chat with so many messages; `data` is more for the tag of ours. Milliseconds until one can write and until the newest message is painted,
 * what was fetched until one could write, and by how much tasks were longer than 50 ms until 0.3 s after.
 */
window.start = async (name, count, data) => {
  const history = Array.from({ length: count }, (_, n) => messageOf(n + 1));
  // Ours is a tag of its own: what reads it for the bench is there before.
  if (name === 'xiaoer') await run({ src: '/chats/xiaoer.js' });
  await painted();
  tasks.length = 0;
  const begun = performance.now();
  const { src, data: own } = window.tag ?? { src: `/chats/${name}.js` };
  await run({ src, data: { ...own, ...data } });
  chat = window.mount(document.getElementById('chat'), history);
  const field = await appears(() => chat.field()?.offsetHeight > 0);
  const fetched = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd < field);
  const newest = count ? await appears(() => chat.last()?.includes(`${count} ${TEXT}`)) : field;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    field: field - begun,
    fetched: fetched.map((each) => new URL(each.name).pathname),
    newest: newest - begun,
    blocked: tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0),
    longest: Math.max(0, ...tasks),
    rows: chat.rows(),
    nodes: countNodes(document),
  };
};

/** Elements of the document and of every shadow root in it. */
function countNodes(root) {
  let nodes = 0;
  for (const element of root.querySelectorAll('*'))
    nodes += 1 + (element.shadowRoot ? countNodes(element.shadowRoot) : 0);
  return nodes;
}

/** Hears over a socket what is said, as ours does over its own. */
window.listen = () =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://${location.host}/said`);
    socket.onopen = () => resolve();
    socket.onmessage = ({ data }) => {
      const { append, stream } = JSON.parse(data);
      if (append) chat.append(append);
      else chat.stream(stream);
    };
  });

/** Resolves when the newest row has these words, and is painted. */
window.shows = (words) => appears(() => chat.last()?.includes(words));
