/** What was typed makes no command. The message says in one line what was given and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
