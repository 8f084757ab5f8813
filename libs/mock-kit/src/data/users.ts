import type { SavedAddress, User, UserTier } from '@bff/contracts';
import { addressIn } from './addresses.ts';
import { demoUserEmail, demoUserIndex, demoUserName } from './demo-user.ts';
import { userIdAt } from './entity-ids.ts';
import { type OneOrMore, type Random, randomOf } from './random.ts';
import { days, epochMs, firstOrderMs, instant } from './timeline.ts';
import { awkwardNames, lastAwkwardUser } from './vocabulary/awkward-people.ts';
import { type Country, countries, countryOf } from './vocabulary/countries.ts';

const tiers: OneOrMore<UserTier> = [
  'standard',
  'standard',
  'standard',
  'standard',
  'silver',
  'silver',
  'gold',
  'platinum',
];

const addressLabels = ['Home', 'Work', 'Parents', 'Holiday house 🏖️'] as const;

/** Where a user lives whose name or role asks for it. */
const homes: ReadonlyMap<number, string> = new Map([
  [demoUserIndex, 'DE'],
  [4, 'KW'],
  [5, 'IL'],
  [6, 'CN'],
  [7, 'JP'],
]);

/** About one user in nine never ordered anything. */
export const hasOrders = (index: number): boolean => index <= lastAwkwardUser || index % 9 !== 0;

/** User number `index`, counted from 1. */
export function userAt(seed: number, index: number): User {
  const random = randomOf(seed, 'user', index);
  const home = homes.get(index);
  const country = home === undefined ? random.pick(countries) : countryOf(home);
  const name = nameOf(index, country, random);
  return {
    id: userIdAt(index),
    name,
    email: emailOf(index),
    tier: index === demoUserIndex ? 'gold' : random.pick(tiers),
    addresses: addressesOf(index, country, name, random),
    preferences: {
      language: country.language,
      currency: country.currency,
      marketingEmails: random.chance(0.4),
    },
    createdAt: instant(signedUpAtMs(index, random)),
  };
}

function nameOf(index: number, country: Country, random: Random): string {
  const given = random.pick(country.givenNames);
  const family = random.pick(country.familyNames);
  const own = index === demoUserIndex ? demoUserName : awkwardNames.get(index);
  return own ?? (country.familyNameFirst ? `${family} ${given}` : `${given} ${family}`);
}

/** `example.com` belongs to nobody (RFC 2606). The local part of the long one has the 64 characters that RFC 5321 allows. */
function emailOf(index: number): string {
  if (index === demoUserIndex) return demoUserEmail;
  if (index === 3) return `${'hubert-wolfe+'.repeat(5).slice(0, 64)}@example.com`;
  return `${userIdAt(index).replace('_', '.')}@example.com`;
}

/** None at all for some of those who never ordered. */
function addressesOf(index: number, country: Country, name: string, random: Random): SavedAddress[] {
  if (!hasOrders(index) && index % 27 === 0) return [];
  return addressLabels
    .slice(0, random.pick([1, 1, 1, 2, 2, 3, 4]))
    .map((label) => ({ label, ...addressIn(country, name, random) }));
}

function signedUpAtMs(index: number, random: Random): number {
  const latest = hasOrders(index) ? firstOrderMs : epochMs;
  return latest - random.next() * days(4 * 365);
}
