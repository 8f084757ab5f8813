const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use by another process',
  EACCES: 'may not be listened on by this user',
  EADDRNOTAVAIL: 'is not an address of this machine',
  ENOTFOUND: 'is not a host name that can be resolved',
};

/** A port that could not be listened on. The message is one line for the person who started the app. */
export class PortError extends Error {
  override readonly name = 'PortError';
  readonly port: number;
  readonly code: string | undefined;

  constructor(where: { app: string; what: string; host: string; port: number; env: string }, cause: Error) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
    const reason = (code === undefined ? undefined : reasons[code]) ?? `cannot be listened on: ${cause.message}`;
    super(`${where.app}: ${where.what} port ${where.port} on ${where.host} ${reason} (${where.env} sets another one)`, {
      cause,
    });
    this.port = where.port;
    this.code = code;
  }
}
