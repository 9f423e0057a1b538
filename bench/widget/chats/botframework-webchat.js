import 'botframework-webchat-minimal';

const ONLINE = 2;

/** A source that says to each that subscribes what was said already. */
function source(said) {
  const listeners = new Set();
  return {
    say(value) {
      said.push(value);
      for (const listener of listeners) listener.next(value);
    },
    subscribe(observer, ...rest) {
      const listener = typeof observer === 'function' ? { next: observer, error: rest[0] } : observer;
      for (const value of said) listener.next(value);
      listeners.add(listener);
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
}

const activityOf = ({ role, text }, n) => ({
  id: `a${n}`,
  type: 'message',
  from: { id: role, role: role === 'me' ? 'user' : 'bot' },
  text,
  timestamp: new Date(1_700_000_000_000 + n * 1_000).toISOString(),
  channelData: { 'webchat:sequence-id': n },
});

/** Bot Framework Web Chat, its smallest bundle, over a direct line within the page. */
window.mount = (box, history) => {
  let n = history.length;
  let opening;
  let sequence = 0;
  const activities = source(history.map(activityOf));
  window.WebChat.renderWebChat(
    {
      directLine: {
        activity$: activities,
        connectionStatus$: source([0, 1, ONLINE]),
        postActivity: () => source(['sent']),
        end() {},
      },
      userID: 'me',
      locale: 'en-US',
    },
    box,
  );
  const rows = () => box.querySelectorAll('.webchat__basic-transcript__activity');
  return {
    append: (message) => activities.say(activityOf(message, n++)),
    stream(text) {
      const activity = activityOf({ role: 'bot', text }, n++);
      opening ??= activity.id;
      sequence += 1;
      activities.say({
        ...activity,
        type: 'typing',
        channelData: {
          ...activity.channelData,
          streamType: 'streaming',
          streamSequence: sequence,
          ...(opening === activity.id ? {} : { streamId: opening }),
        },
      });
    },
    field: () => box.querySelector('textarea, input[type=text]'),
    last: () => [...rows()].at(-1)?.textContent,
    rows: () => rows().length,
  };
};
