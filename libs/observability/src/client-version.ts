import type { IncomingHttpHeaders } from 'node:http';

/** A name and a version, of which the first two parts count: with more of them, each build would be a series of its own. */
const named = /^([a-z][a-z0-9-]{0,19})\/(\d{1,4}(?:\.\d{1,4})?)(?:[.+-][A-Za-z0-9.+-]{0,40})?$/;

/**
 * Which client app asks, as `ios/5.2`: from `X-Client: ios/5.2.1`, or from the two headers that Apollo's clients send.
 * `unknown` when it does not say, or not in this form.
 */
export function clientVersionOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-client'] ?? apolloClientOf(headers);
  const [, name, version] = (typeof given === 'string' && named.exec(given)) || [];
  return name === undefined || version === undefined ? 'unknown' : `${name}/${version}`;
}

function apolloClientOf(headers: IncomingHttpHeaders): string | undefined {
  const [name, version] = [headers['apollographql-client-name'], headers['apollographql-client-version']];
  return typeof name === 'string' && typeof version === 'string' ? `${name.toLowerCase()}/${version}` : undefined;
}
