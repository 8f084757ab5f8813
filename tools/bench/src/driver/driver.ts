// The clients and their token issuer as a process of its own. Tells its parent the issuer, then takes orders one by one.
import { startTokenIssuer } from '@bff/testing';
import type { DriverOrder, DriverReady, TokenOrder } from './driver-order.ts';
import { offer } from './offer.ts';
import { USERS } from './orders.ts';

/** No run takes longer. */
const TOKEN_SECONDS = 24 * 60 * 60;

const issuer = await startTokenIssuer();
const exp = Math.floor(Date.now() / 1000) + TOKEN_SECONDS;
// Signed before anything is measured, as signing takes longer than sending.
const signed = Array.from({ length: USERS }, (_, user) => issuer.token({ sub: `usr_${user}`, exp }));
const tokenOf = (user: number): string => signed[user] ?? '';

process.on('message', async (order: DriverOrder | TokenOrder) => {
  process.send?.('user' in order ? { token: tokenOf(order.user) } : await offer(order, tokenOf));
});
process.once('disconnect', () => process.exit());

const ready: DriverReady = { issuer: issuer.issuer, jwksUrl: issuer.jwksUrl };
process.send?.(ready);
