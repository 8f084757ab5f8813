import type { OverloadForm } from '@bff/service-shell';
import { draftType } from '../operation/operation.ts';
import { errorOf } from '../operation/request-error.ts';

/** A refusal by the shell as a GraphQL response: a client that reads those finds code and `retryAfterMs` where it looks for them. */
export const refusalForm: OverloadForm = {
  contentType: draftType,
  body(details) {
    const error = errorOf({ details });
    return { errors: [{ ...error, extensions: { ...error.extensions, requestId: details.requestId } }] };
  },
};
