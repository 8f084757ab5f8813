// mobile-bff whose metrics count nothing: what is left of it is the price of counting.
import { openSettings, settingsSchema } from '@bff/bff-host';
import { type Metrics, createMetrics } from '@bff/observability';
import { loadConfig, runMain } from '@bff/service-shell';
import { start } from '../../../apps/mobile-bff/src/composition-root.ts';
import { configSchema } from '../../../apps/mobile-bff/src/config.ts';

/** The same instruments with every method doing nothing. */
function silenced(metrics: Metrics): Metrics {
  const silent = Object.entries(metrics).map(([name, instrument]) => [
    name,
    name === 'registry' || typeof instrument === 'function' ? instrument : withoutEffect(instrument),
  ]);
  return Object.fromEntries(silent) as Metrics;
}

const withoutEffect = (instrument: object): object =>
  Object.fromEntries(Object.keys(instrument).map((method) => [method, () => {}]));

await runMain('mobile-bff', () => {
  const config = loadConfig(configSchema, process.env);
  const settings = openSettings('mobile-bff', settingsSchema, config, process.env);
  return start(config, settings, { metrics: silenced(createMetrics({ app: 'mobile-bff', processMetrics: false })) });
});
