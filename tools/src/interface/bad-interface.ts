/** An interface of an app that cannot be used; the message says whose and why. */
export class BadInterface extends Error {
  override readonly name = 'BadInterface';
}
