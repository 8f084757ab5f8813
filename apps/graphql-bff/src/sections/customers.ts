import { DownstreamError } from '@bff/errors';
import { customerKept } from './freshness.ts';
import { keyedSection } from './section.ts';

/** Users by id. */
export const customers = keyedSection('customer', {
  load: ({ users }, ids) => users.byIds(ids),
  absent: () => new DownstreamError('NOT_FOUND', { service: 'user', operation: 'getUsersByIds' }),
  keep: customerKept,
});
