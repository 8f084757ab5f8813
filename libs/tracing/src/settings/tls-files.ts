import { accessSync, constants } from 'node:fs';
import type { OtelEnvironment } from './otel-environment.ts';

const kinds = ['CERTIFICATE', 'CLIENT_CERTIFICATE', 'CLIENT_KEY'];

/** The exporter reads these files itself, and goes on without a word when it cannot. */
export function checkTlsFiles(env: OtelEnvironment): void {
  for (const kind of kinds) {
    const file = env.find(`OTEL_EXPORTER_OTLP_TRACES_${kind}`, `OTEL_EXPORTER_OTLP_${kind}`);
    try {
      if (file) accessSync(file.text, constants.R_OK);
    } catch {
      if (file) env.refuse(file.name, 'names a file that cannot be read', 'calls are made without it');
    }
  }
}
