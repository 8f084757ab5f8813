import type { OtelEnvironment } from './otel-environment.ts';

const samplers = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const;

/** Which traces are recorded. `parentbased_`: as the caller has it, and by the rest of the name where there is none. */
export interface SamplerSettings {
  readonly name: (typeof samplers)[number];
  /** The share of traces, 0 to 1; only the samplers that are named for it heed it. */
  readonly ratio: number;
}

export function readSamplerSettings(env: OtelEnvironment): SamplerSettings {
  const name = env.word(['OTEL_TRACES_SAMPLER'], { known: samplers, otherwise: 'parentbased_always_on' });
  if (!name.endsWith('traceidratio')) return { name, ratio: 1 };
  const ratio = env.number(['OTEL_TRACES_SAMPLER_ARG'], { least: 0, most: 1, whole: false, otherwise: 1 });
  return { name, ratio };
}
