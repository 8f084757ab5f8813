import { HttpProblem } from '@bff/errors';
import type { Admission } from './persisted-operations.ts';
import { hashOf } from './trusted-documents.ts';

/** Refuses every operation that is not among the documents. Nothing else is said of it: it is not even parsed. */
export const trustedOnly =
  (documents: ReadonlyMap<string, string>): Admission =>
  ({ query, extensions }) => {
    const hash = query ? hashOf(query) : (extensions?.persistedQuery?.sha256Hash ?? '');
    if (documents.has(hash)) return;
    if (!query) throw new HttpProblem(404, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    throw new HttpProblem(400, 'OPERATION_NOT_TRUSTED', 'Only operations that have been registered are taken here');
  };
