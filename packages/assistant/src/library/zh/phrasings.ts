export { ZH_PHRASINGS } from '../phrasings/zh/index.ts';
