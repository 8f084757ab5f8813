import { problemSchema } from '@bff/contracts';
import { DownstreamError, type DownstreamErrorOptions } from '@bff/errors';
import { type Answer, readJson } from './json-answer.ts';

/** A 400: the service read our request and did not accept it. It is well; what we sent was wrong. */
export class RequestRefused extends DownstreamError {
  /** The parameters that the service named. Empty when it named none. */
  readonly fields: readonly string[];

  constructor(options: DownstreamErrorOptions, fields: readonly string[]) {
    const named = fields.length > 0 ? `: ${fields.join(', ')}` : '';
    super('DOWNSTREAM_BAD_RESPONSE', {
      ...options,
      blame: 'request',
      detail: `the service refused the request${named}`,
    });
    this.fields = fields;
  }
}

/** A parameter's name, as opposed to anything that may hold a value. */
const fieldName = /^[A-Za-z_][\w.-]{0,63}$/;

/** The parameters that a problem (RFC 9457) names in its `errors`; none when the answer is no such problem. */
export function refusedFields(answer: Answer): string[] {
  try {
    const { errors = [] } = readJson(answer, problemSchema);
    return errors.map((error) => error.field).filter((name) => fieldName.test(name));
  } catch {
    return [];
  }
}
