/** What stands in a log line in place of a secret. */
export const REDACTED = '[redacted]';

/** Field and header names whose value is never logged, in lower case. */
export const secretNames: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'api_key',
  'apikey',
  'token',
  'access_token',
  'accesstoken',
  'refresh_token',
  'refreshtoken',
  'id_token',
  'idtoken',
  'password',
  'secret',
  'client_secret',
  'clientsecret',
  'private_key',
  'privatekey',
]);

/** Whether a field of this name holds a secret. Case does not matter: header names come in every spelling. */
export const isSecretName = (name: string): boolean => secretNames.has(name.toLowerCase());

const bearer = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;

/** A text with the credentials of an `Authorization` header taken out, for error messages that quote one. */
export const scrubCredentials = (text: string): string => text.replace(bearer, `$1 ${REDACTED}`);
