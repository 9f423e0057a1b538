export { joinTabs } from './join-tabs.ts';
export { tellWiped } from './tell-wiped.ts';
