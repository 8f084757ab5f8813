import type { Knob } from '../../../src/wire/index.ts';
import { type AppGroup, livingOf } from './app-groups.ts';

/** The settings of an app, of the first replica that lives; of one that is dead where none does. */
export const knobsOf = (group: AppGroup): readonly Knob[] =>
  (livingOf(group)[0] ?? group.replicas[0])?.settings?.knobs ?? [];

/** Null where the settings do not say, or not a number. */
export function numberOf(knobs: readonly Knob[], path: string): number | null {
  const value = knobs.find((knob) => knob.path === path)?.value;
  return typeof value === 'number' ? value : null;
}

/** `services.payment.breaker.failureRatio` */
export const breakerPath = (service: string, name: string): string => `services.${service}.breaker.${name}`;
