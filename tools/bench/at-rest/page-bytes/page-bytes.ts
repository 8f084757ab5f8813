import type { AtRestTable } from '../at-rest-table.ts';
import { measurePageBytes, renderPageBytes } from './measure-page-bytes.ts';

export const pageBytes: AtRestTable = {
  name: 'page-bytes',
  does: 'how large each page of the three BFFs is, raw and compressed (5 s)',
  run: async (options) => renderPageBytes(await measurePageBytes(options)),
};
