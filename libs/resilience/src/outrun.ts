/**
 * Why the slower attempt of a hedged call is aborted: the other one has answered. It never leaves the policies, as the
 * call has its answer; only the attempt's own signal carries it.
 */
export class Outrun extends Error {
  override readonly name = 'Outrun';
  constructor() {
    super('the other attempt of a hedged call answered first');
  }
}
