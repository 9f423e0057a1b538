export { afterWipe } from './after-wipe.ts';
export { joinTabs } from './join-tabs.ts';
