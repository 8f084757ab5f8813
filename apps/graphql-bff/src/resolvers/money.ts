import { toDecimalString } from '@bff/contracts';
import type { MoneyResolvers } from '../generated/resolver-types.ts';

export const Money: MoneyResolvers = { decimal: (money) => toDecimalString(money) };
