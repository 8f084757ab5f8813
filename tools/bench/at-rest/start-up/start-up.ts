import type { AtRestTable } from '../at-rest-table.ts';
import { measureStartUp, renderStartUp } from './measure-start-up.ts';

export const startUp: AtRestTable = {
  name: 'start-up',
  does: 'how long each app takes until it is ready, from source and built, and `npm start` until all are (2 min)',
  run: async (options) => renderStartUp(await measureStartUp(options)),
};
