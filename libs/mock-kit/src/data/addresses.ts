import type { Address } from '@bff/contracts';
import type { Random } from './random.ts';
import type { Country } from './vocabulary/countries.ts';

/** A made-up address that looks as addresses of the country do. */
export function addressIn(country: Country, recipient: string, random: Random): Address {
  const [city, region] = random.pick(country.cities);
  const street = random.pick(country.streets);
  const number = random.int(1, 240);
  return {
    recipient,
    street: country.houseNumberFirst ? `${number} ${street}` : `${street} ${number}`,
    city,
    ...(region !== undefined && { region }),
    postalCode: country.postalCode.replaceAll('#', () => String(random.int(0, 9))),
    country: country.code,
  };
}
