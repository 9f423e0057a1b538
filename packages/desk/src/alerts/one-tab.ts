/**
 * Whether this page speaks for all desks of this browser: sound and notices come from one tab. The lock is the browser's,
 * and passes on when its tab is closed. Without locks every tab speaks.
 */
export function oneTab(locks: Pick<LockManager, 'request'> | undefined): () => boolean {
  if (!locks) return () => true;
  let leads = false;
  void locks
    .request('xiaoer-desk-alerts', () => {
      leads = true;
      return new Promise<never>(() => undefined);
    })
    .catch(() => {
      leads = true;
    });
  return () => leads;
}
