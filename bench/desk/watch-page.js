/* Runs in the page before anything of it: notes long tasks, and how long a key takes until its frame is painted. */
(() => {
  const watched = { tasks: [], keys: [], events: [], frames: [] };
  globalThis.watched = watched;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration, scripts } of list.getEntries())
      watched.frames.push([
        startTime,
        duration,
        scripts.map((one) => `${one.invoker} ${one.sourceFunctionName} ${Math.round(one.duration)}`),
      ]);
  }).observe({ type: 'long-animation-frame', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === 'keydown') watched.events.push([startTime, duration]);
  }).observe({ type: 'event', durationThreshold: 16 });
  const { port1, port2 } = new MessageChannel();
  let waiting = [];
  // A message that is posted in a frame's callback is delivered once the frame is handed over for painting.
  port1.onmessage = () => {
    const now = performance.now();
    for (const at of waiting) watched.keys.push([at, now - at]);
    waiting = [];
  };
  addEventListener(
    'keydown',
    (event) => {
      waiting.push(event.timeStamp);
      requestAnimationFrame(() => port2.postMessage(0));
    },
    true,
  );
})();
