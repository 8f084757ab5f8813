/**
 * A value that is read at every use instead of once at the start, so that it can be changed while the process runs.
 * Reading it must be cheap and must not throw: it happens several times a call.
 */
export type Tunable<T> = () => T;
