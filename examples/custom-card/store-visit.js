/*
 * A kind of message of our own: a visit to one of our shops, with the times that are free. It is drawn by this page, with
 * this page's stylesheet, and answered by a press.
 */

/** @typedef {{ text: string, place: string, address: string, times: { value: string, label: string }[] }} StoreVisit */

/** @param {unknown} value */
const isText = (value) => typeof value === 'string' && value !== '';

/**
 * Whether a body is what `draw` expects: messages come over the network.
 *
 * @param {any} body
 * @returns {body is StoreVisit}
 */
function isStoreVisit(body) {
  const { text, place, address, times } = body;
  return (
    [text, place, address].every(isText) &&
    Array.isArray(times) &&
    times.every((time) => isText(time?.value) && isText(time?.label))
  );
}

/**
 * An element with words, which are never taken for markup.
 *
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
function make(tag, className, text = '') {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

/**
 * The card as it stands for good.
 *
 * @param {import('@xiaoer/widget').CardView<StoreVisit>} card
 */
function build(card) {
  const { place, address, times } = card.body;
  const row = make('div', 'visit-times');
  for (const { value, label } of times) {
    const button = row.appendChild(make('button', 'visit-time', label));
    button.dataset.value = value;
    button.onclick = () => card.item.answer ?? card.reply(`${label}, please.`, { value });
  }
  const visit = make('section', 'visit');
  visit.append(make('h3', 'visit-place', place), make('p', 'visit-address', address), row);
  return visit;
}

/** @type {import('@xiaoer/widget').OwnCard<StoreVisit>} */
const visitCard = {
  fits: isStoreVisit,
  draw(card, before) {
    const visit = before ?? build(card);
    const { answer } = card.item;
    // Changed in place, so that the focus stays where it is.
    for (const button of visit.querySelectorAll('button')) {
      button.ariaPressed = String(button.dataset.value === answer);
      button.ariaDisabled = String(answer !== undefined);
    }
    return visit;
  },
};

/** @type {import('@xiaoer/widget').Extension} */
export const storeVisit = {
  cards: { 'store-visit': visitCard },
  actions: [
    {
      label: (locale) => (locale.startsWith('zh') ? '到店看看' : 'Visit our shop'),
      // A real page asks its own calendar here.
      run: (chat) =>
        chat.send('store-visit', {
          text: 'I would like to visit your shop in Hangzhou.',
          place: 'Yunlai Hangzhou',
          address: '12 Hefang Street',
          times: [
            { value: '2026-11-27T15:00', label: 'Friday 15:00' },
            { value: '2026-11-28T10:30', label: 'Saturday 10:30' },
          ],
        }),
    },
  ],
  slots: { header: make('p', 'visit-hours', 'Our shop in Hangzhou is open until 20:00 today.') },
};
