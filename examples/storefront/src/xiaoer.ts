/** The one function of the widget: a verb and its arguments. */
export type Xiaoer = ((...call: unknown[]) => unknown) & { q?: unknown[][] };

declare global {
  interface Window {
    xiaoer?: Xiaoer;
  }
}

/**
 * Calls the widget. Before its script has run, calls wait in the queue that the script reads first, so it never matters
 * which of the two comes earlier.
 */
export function xiaoer(...call: unknown[]): void {
  if (!window.xiaoer) {
    const waiting: Xiaoer = (...later) => {
      waiting.q ??= [];
      waiting.q.push(later);
    };
    window.xiaoer = waiting;
  }
  window.xiaoer(...call);
}
