// mobile-bff with traces on, every page of them, sent to a collector in a process of its own that takes whatever comes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const collector = fork(path.join(import.meta.dirname, 'collector.ts'), {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
const [port] = await once(collector, 'message');
process.env['OTEL_TRACES_EXPORTER'] = 'otlp';
process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${port}`;
await import('../../../apps/mobile-bff/src/main.ts');
