import { type OtelEnvironment, quoted } from './otel-environment.ts';

const exporterVariable = 'OTEL_TRACES_EXPORTER';

/** In the order in which they count. */
export const endpointVariables = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;

/**
 * Whether the environment switches tracing on: by the exporter `otlp`, or by the address of a collector. The specification
 * has it on by default, with a collector on this machine; here a process that was told nothing calls nobody.
 */
export function isAskedFor(env: OtelEnvironment): boolean {
  const exporters = exportersOf(env);
  const wanted = exporters.includes('otlp') || (env.find(...endpointVariables) !== undefined && !isNone(exporters));
  const unknown = exporters.find((name) => name !== 'otlp' && name !== 'none');
  if (unknown !== undefined) {
    const reason = `${quoted(unknown)} is not an exporter that there is here: otlp, none`;
    env.refuse(exporterVariable, reason, wanted ? 'otlp is used' : 'tracing stays off');
  }
  return wanted && !isDisabled(env);
}

function exportersOf(env: OtelEnvironment): readonly string[] {
  const names = env.find(exporterVariable)?.text.toLowerCase().split(',') ?? [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

const isNone = (exporters: readonly string[]): boolean =>
  exporters.length > 0 && exporters.every((name) => name === 'none');

const isDisabled = (env: OtelEnvironment): boolean =>
  env.word(['OTEL_SDK_DISABLED'], { known: ['true', 'false'], otherwise: 'false' }) === 'true';
