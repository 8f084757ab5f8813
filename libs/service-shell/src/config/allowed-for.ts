import { reasonOf } from '../input/reason.ts';
import type { ConfigField } from './config-field.ts';

/** What a field takes: what is said of an empty value, which no field takes but one that takes any text. */
export function allowedFor({ type }: ConfigField<unknown>): string {
  const result = type.safeParse('');
  return result.success ? 'must be set' : reasonOf(type, result.error);
}
