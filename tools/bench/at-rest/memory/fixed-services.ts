// The services and the token issuer as one process that costs next to nothing, for the order page of any BFF. Tells its
// parent where it is, with tokens of its users.
import { startTokenIssuer } from '@bff/testing';
import { createServer } from 'node:http';
import { fixedAnswer } from '../../graphql/fixed-answers.ts';
import type { Downstream } from '../../../src/reliability/overload/downstream.ts';

const USERS = 200;
/** A million pages take longer than a token lasts by default. */
const TOKEN_SECONDS = 24 * 60 * 60;

const server = createServer(({ url = '/' }, response) => {
  const answer = fixedAnswer(url, (order) => order % USERS);
  response.writeHead(answer === undefined ? 404 : 200, ['Content-Type', 'application/json']);
  response.end(answer ?? '{}');
});
server.keepAliveTimeout = 60_000;

server.listen(0, '127.0.0.1', async () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const issuer = await startTokenIssuer();
  const exp = Math.floor(Date.now() / 1000) + TOKEN_SECONDS;
  const at: Downstream = {
    url: `http://127.0.0.1:${address.port}`,
    issuer: issuer.issuer,
    jwksUrl: issuer.jwksUrl,
    tokens: Array.from({ length: USERS }, (_, user) => issuer.token({ sub: `usr_${user}`, exp })),
  };
  process.send?.(at);
});
process.once('disconnect', () => process.exit());
