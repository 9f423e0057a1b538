export { EN_PHRASINGS } from '../phrasings/en/index.ts';
