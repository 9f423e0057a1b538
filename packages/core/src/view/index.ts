export { BOT_SERVES, foldServing, type Serving } from './serving.ts';
