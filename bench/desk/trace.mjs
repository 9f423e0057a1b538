import { round } from '../statistics.mjs';

/**
 * The longest tasks of the desk's main thread meanwhile, as the browser traces them: by the clock, and by the processor
 * time of the thread, which does not count that it waited for a core.
 */
export async function longestTasks(browser, work) {
  const session = await browser.newBrowserCDPSession();
  const traced = [];
  session.on('Tracing.dataCollected', ({ value }) => traced.push(...value));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const called = traced.find(({ name, args }) => name === 'FunctionCall' && /\/desk\//.test(args.data?.url ?? ''));
  const tasks = traced.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === called?.pid && tid === called?.tid,
  );
  const most = (field) => round(Math.max(0, ...tasks.map((task) => task[field] ?? 0)) / 1_000, 1);
  const sum = (field) => tasks.reduce((all, task) => all + (task[field] ?? 0), 0) / 1_000;
  return {
    tasks: tasks.length,
    longestMs: most('dur'),
    longestCpuMs: most('tdur'),
    over50ByCpu: tasks.filter(({ tdur = 0 }) => tdur > 50_000).length,
    busyMs: round(sum('dur'), 0),
    busyCpuMs: round(sum('tdur'), 0),
  };
}
