import type { HttpProblem } from '@bff/errors';
import { GraphQLError } from 'graphql';

/** A service refused what the client gave (a cursor): the field is null, and the error says what was wrong with it. */
export class ArgumentRefused extends GraphQLError {
  override readonly name = 'ArgumentRefused';

  constructor({ details }: HttpProblem, section: string) {
    const { title, errors = [] } = details;
    const fields = errors.map(({ field, reason }) => ({ field, reason }));
    super(fields.map(({ field, reason }) => `${field} ${reason}`).join('; ') || title, {
      extensions: { code: 'BAD_USER_INPUT', section, retryable: false, errors: fields },
    });
  }
}
